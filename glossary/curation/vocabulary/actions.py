"""What is done: the noun, then after a comma the form before an object (化解|矛盾 resolving conflicts)."""

ACTIONS = """
管理 management, managing; 治理 governance, governing; 服务 service; 监管 supervision, supervising;
监督 supervision, supervising; 监控 monitoring, monitoring; 监测 monitoring, monitoring;
管控 control, controlling; 防控 prevention and control, preventing and controlling;
联防联控 joint prevention and control; 预防 prevention, preventing; 防范 prevention, preventing;
控制 control, controlling; 化解 resolution, resolving; 解决 resolution, resolving;
调解 mediation, mediating; 仲裁 arbitration, arbitrating; 审判 trial;
排查 screening/identification, screening; 调处 mediation, mediating; 处置 handling/response, handling;
处理 handling, handling; 整治 rectification, rectifying; 清理 clean-up, cleaning up;
打击 crackdown, combating/cracking down on; 查处 investigation, investigating;
巡查 inspection patrol, patrolling; 巡逻 patrol, patrolling; 检查 inspection, inspecting;
检测 testing, testing; 检验 inspection, inspecting; 执法 law enforcement; 维权 rights protection;
建设 development/construction, building; 发展 development, developing; 创新 innovation, innovating;
改革 reform, reforming; 开放 opening up; 建立 establishment, establishing; 构建 development, building;
健全 improvement, improving; 完善 improvement, improving; 加强 strengthening, strengthening;
推进 promotion, advancing; 推动 promotion, promoting; 促进 promotion, promoting;
提升 improvement, improving; 提高 improvement, improving; 优化 optimization, improving;
深化 deepening, deepening; 保护 protection, protecting; 保障 support, guaranteeing;
维护 maintenance, maintaining; 运行 operation, operating; 运营 operation, operating;
运维 operation and maintenance; 应用 application, applying; 使用 use, using; 指挥 command, commanding;
调度 dispatch, dispatching; 协调 coordination, coordinating; 协作 cooperation; 合作 cooperation;
合成 integration; 整合 integration, integrating; 集成 integration, integrating; 共享 sharing, sharing;
联动 coordinated action; 对接 linkage, linking; 融合 integration, integrating; 采集 collection, collecting;
收集 collection, collecting; 登记 registration, registering; 备案 filing, filing; 审批 approval, approving;
审查 review, reviewing; 评估 assessment, assessing; 评价 evaluation, evaluating;
考核 assessment, assessing; 分析 analysis, analyzing; 研判 analysis and assessment, analyzing;
识别 recognition, recognizing; 感知 sensing, sensing; 预警 early warning; 预测 forecasting, forecasting;
发现 discovery, discovering; 上报 reporting, reporting; 举报 reporting, reporting; 救援 rescue, rescuing;
救助 assistance, assisting; 帮扶 assistance, assisting; 矫正 correction, correcting; 戒毒 drug treatment;
禁毒 drug control; 培训 training, training; 宣传 publicity, publicizing; 教育 education, educating;
引导 guidance, guiding; 领导 leadership, leading; 参与 participation, participating in;
自治 self-governance; 法治 rule of law; 德治 rule of virtue; 走私 smuggling; 安检 security screening;
安保 security; 警卫 protection, protecting; 防护 protection, protecting; 消费 consumption; 流动 flow;
管辖 jurisdiction; 作战 operations; 覆盖 coverage, covering; 打破 breaking down, breaking down;
禁止 prohibition, prohibiting; 防止 prevention, preventing; 实现 realization, realizing;
落实 implementation, implementing; 实施 implementation, implementing; 坚持 adherence, adhering to;
现代化 modernization, modernizing; 信息化 digitalization; 数字化 digitalization; 法治化 rule of law;
社会化 public participation; 专业化 specialization; 国际化 internationalization; 市场化 marketization;
自由化 liberalization; 便利化 facilitation; 标准化 standardization; 规范化 standardization;
一体化 integration; 定位 positioning, locating; 惩治 punishment, punishing; 整改 rectification, rectifying;
核查 verification, verifying; 抽查 spot check; 检疫 quarantine; 指导 guidance, guiding; 联网 networking;
互动 interaction; 互通 interconnection; 共治 joint governance;
防治 prevention and control, preventing and controlling; 告警 alarm; 报警 alarm, reporting; 救护 first aid;
抢险 emergency rescue; 演练 drill; 训练 training, training; 学习 study, studying;
督导 supervision, supervising; 督查 inspection, inspecting; 督办 supervision, supervising;
考评 assessment, assessing; 审核 review, reviewing; 审理 trial, trying; 审计 audit, auditing;
宣讲 publicity; 咨询 consultation; 扶持 support, supporting; 资助 financial aid, funding;
援助 assistance, assisting; 调研 research; 调查 investigation, investigating;
侦查 investigation, investigating; 破案 crime solving; 立案 case filing; 执行 enforcement, enforcing;
值班 duty; 值守 duty; 运输 transport, transporting; 配送 delivery, delivering; 采购 procurement, procuring;
销售 sales, selling; 供应 supply, supplying; 储备 reserve; 存储 storage, storing; 融资 financing;
招商 investment promotion; 招标 bidding; 开发 development, developing; 研发 research and development;
研究 research, researching; 设计 design, designing; 规划 planning, planning; 编制 preparation, preparing;
制定 formulation, formulating; 制造 manufacturing, manufacturing; 生产 production, producing;
施工 construction; 改造 renovation, renovating; 经营 operation, operating; 维修 maintenance, repairing;
保卫 security, safeguarding; 消防 fire control; 防疫 epidemic prevention; 诊断 diagnosis, diagnosing;
诊疗 diagnosis and treatment; 治疗 treatment, treating; 护理 nursing; 康复 rehabilitation;
保健 health care; 扶贫 poverty alleviation; 脱贫 poverty alleviation; 减排 emissions reduction;
升级 upgrading, upgrading; 转型 transformation; 重组 restructuring, restructuring;
注册 registration, registering; 申报 declaration, declaring; 申请 application, applying for; 申诉 appeal;
起诉 prosecution, prosecuting; 公诉 public prosecution; 和解 settlement; 协商 consultation;
谈判 negotiation; 沟通 communication; 交流 exchange; 协同 coordination; 配合 cooperation; 迁移 migration;
流转 transfer, transferring; 转移 transfer, transferring; 转让 transfer, transferring;
租赁 leasing, leasing; 承包 contracting; 征收 expropriation/collection, collecting;
拆迁 demolition and relocation; 搬迁 relocation, relocating; 安置 resettlement, resettling;
补偿 compensation, compensating; 惩戒 disciplinary action; 问责 accountability; 约束 restraint;
受理 acceptance, accepting; 认证 certification, certifying; 鉴定 appraisal, appraising;
认定 recognition, recognizing; 确认 confirmation, confirming; 验收 acceptance;
验证 verification, verifying; 查询 inquiry, querying; 检索 search, searching; 搜索 search, searching;
汇总 summary, compiling; 部署 deployment, deploying; 录像 video recording; 发布 release, releasing;
通报 notification, reporting; 报送 reporting, reporting; 推送 push notification;
传输 transmission, transmitting; 传播 spread, spreading; 扩散 spread; 感染 infection; 会商 consultation;
督促 supervision, urging; 签约 contracting; 结算 settlement, settling; 拨款 appropriation;
出口 export, exporting; 进口 import, importing; 进出口 import and export; 通关 customs clearance;
清关 customs clearance; 出境 exit; 入境 entry; 出入境 entry and exit; 通行 passage; 停车 parking;
驾驶 driving; 招聘 recruitment, recruiting; 任命 appointment, appointing; 选举 election, electing;
投票 voting; 立法 legislation; 普法 legal education; 监察 supervision, supervising;
巡视 inspection, inspecting; 反腐 combating corruption; 扩大 expansion, expanding;
强化 strengthening, strengthening; 营造 creation, creating; 打造 development, building;
培育 cultivation, cultivating; 规范 regulation, regulating; 支持 support, supporting;
鼓励 encouragement, encouraging; 引进 introduction, introducing; 消除 elimination, eliminating;
排除 removal, removing; 破解 resolution, solving; 应对 response, responding to;
保持 maintenance, maintaining; 完成 completion, completing; 履行 performance, performing;
遵守 compliance, complying with; 贯彻 implementation, implementing; 运用 use, using; 利用 use, utilizing;
回收 recycling, recycling; 处分 disciplinary action; 管护 management and protection; 自动化 automation;
全球化 globalization; 工业化 industrialization; 城镇化 urbanization; 城市化 urbanization;
产业化 industrialization; 智能化 smart technology; 网络化 networking; 均等化 equalization;
常态化 regularization; 制度化 institutionalization; 绿化 greening; 美化 beautification, beautifying;
净化 purification, purifying; 监视 monitoring, monitoring; 安防 security; 值勤 duty;
侦破 detection, solving; 查验 inspection, inspecting; 取缔 prohibition, banning; 投诉 complaint;
求助 help request; 报案 crime reporting, reporting; 立项 project approval; 竣工 completion;
抢修 emergency repair; 巡检 inspection, inspecting; 排污 pollutant discharge; 排放 discharge, discharging;
治污 pollution control; 防汛 flood control; 抗旱 drought relief; 防火 fire prevention; 灭火 firefighting;
防灾 disaster prevention; 减灾 disaster reduction; 救灾 disaster relief; 疏散 evacuation, evacuating;
撤离 evacuation; 隔离 isolation, isolating; 接种 vaccination; 筛查 screening, screening;
追踪 tracking, tracking; 溯源 tracing, tracing; 追责 accountability; 拘留 detention;
逮捕 arrest, arresting; 羁押 detention; 假释 parole; 缓刑 probation; 上诉 appeal; 再审 retrial;
普查 census; 抽检 sampling inspection; 公示 public notice; 听证 hearing; 表彰 commendation; 奖励 reward;
减免 reduction and exemption; 退税 tax refund; 缴费 payment; 支付 payment; 收费 charging; 担保 guarantee;
借贷 lending; 破产 bankruptcy; 清算 liquidation; 拍卖 auction; 上市 listing; 航行 navigation; 捕捞 fishing;
养殖 aquaculture; 种植 cultivation; 灌溉 irrigation; 开采 mining; 勘探 exploration;
测绘 surveying and mapping; 拆除 demolition, demolishing; 修复 restoration, restoring;
重建 reconstruction, rebuilding; 扩建 expansion; 绑架 kidnapping; 吸毒 drug use; 贩毒 drug trafficking;
酒驾 drunk driving; 纵火 arson; 拐卖 human trafficking; 备份 backup; 加密 encryption; 授权 authorization;
登录 login; 派单 dispatch; 转办 transfer; 交办 assignment, assigning; 反馈 feedback; 回访 follow-up;
捐赠 donation, donating; 救济 relief; 抚恤 compensation; 赡养 support; 收养 adoption; 结婚 marriage;
离婚 divorce; 继承 inheritance; 就诊 medical visit; 住院 hospitalization; 转诊 referral;
体检 physical examination; 上学 schooling; 毕业 graduation; 入学 enrollment; 退休 retirement;
失业 unemployment; 罢工 strike; 裁员 layoff; 加班 overtime; 讨薪 wage recovery; 乘车 travel; 换乘 transfer;
装卸 loading and unloading; 仓储 warehousing; 包装 packaging; 分拣 sorting, sorting
"""

OBJECT_TAKERS = frozenset(
    "打击 打破 健全 完善 构建 建立 加强 强化 推进 推动 促进 提升 提高 优化 深化 扩大 禁止 防止 消除 实现 "
    "落实 贯彻 履行 遵守 坚持 保持 维护 防范 查处 破解 化解 应对 营造 打造 培育 引进 鼓励 扶持".split()
)
"""Actions that take what follows as their object and hardly modify it: 打击|走私, but 管理|中心."""
