"""The company of words: which ones side by side are a list, and which neighbor picks what sense."""

COORDINATES = """
矛盾 纠纷 问题 风险 隐患; 违法 犯罪 违规 违纪; 设施 设备 装备; 法律 法规 规章 政策; 党委 政府;
党员 干部 群众; 妇女 儿童 老年人 残疾人; 城市 农村; 权利 义务; 教师 学生; 机关 团体 企业 事业单位;
方式 方法 途径; 人员 车辆 物资; 车辆 船舶; 医生 护士; 食品 药品; 枪支 爆炸物; 工业 农业 商业; 科学 技术;
文化 体育 旅游; 河 湖; 河流 湖泊; 江 河; 森林 草原; 收入 支出; 供给 需求; 进口 出口; 目标 任务;
职责 任务; 资源 环境; 经济 社会 政治; 公平 公正 公开 透明;
科学 合理 有效 有序 高效 便捷; 绿色 低碳; 线上 线下; 国内 国际; 境内 境外; 易燃 易爆; 有毒 有害;
省级 市级 县级; 民事 刑事 行政; 双边 多边
"""
"""Words of one kind: two of a group side by side are *A and B*, not one kind of the other."""

CHOICES = """
安全, safety: 消防 交通 食品 药品 生产 道路 施工 建筑 校园 铁路 航空 航行 海上 水上 燃气 车辆 产品 医疗
- 隐患 事故;
安全, security: 信息 网络 国家 数据 边境 边防 社会 政治 金融 经济 粮食 能源 - 保卫 形势 机关 防范;
安全, safe: - 社区 城市 驾驶 出行 校园 生产;
建设, construction: 设施 工程 道路 公路 铁路 港口 机场 住房 电站 水库 - 工程 项目 工地 单位 用地 规划;
监管, regulation: 市场 金融 银行 证券 行业 价格 药品;
处理, processing: 数据 信息 图像 视频 语音;
处理, treatment: 污水 废水 垃圾 废物;
保障, security: 社会 - 房;
交通, transport: 公共 综合 铁路 - 运输 枢纽 工具;
交通, traffic: - 事故 违法 秩序 信号 安全 管理 警察 拥堵;
执行, enforcement: 强制 判决 民事 - 法官;
执行, implementation: 预算 政策 计划 合同;
管理, administration: 行政 税务;
救助, rescue: 海上 水上;
犯罪, crime: - 率 现场 预防 防控 防范;
采集, capture: 图像 人脸
"""
"""The rendering that a word has behind the words before the dash, or before the words behind it."""
