"""How often the right English comes first for the Chinese terms of sentence pairs."""
