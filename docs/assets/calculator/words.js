// What the calculator says to a reader, in the language of the page.

const WORDS = {
  zh: {
    input: "输入形状（不含批次）",
    add: "加一层",
    kinds: {
      dense: "全连接",
      convolution: "卷积",
      pooling: "池化",
      recurrent: "嵌入与循环",
      attention: "归一化与注意力",
    },
    choose: "层",
    settings: "设置",
    up: (/** @type {string} */ layer) => `上移 ${layer}`,
    down: (/** @type {string} */ layer) => `下移 ${layer}`,
    remove: (/** @type {string} */ layer) => `去掉 ${layer}`,
    heads: ["层", "公式", "输出形状", "参数量"],
    total: "合计",
    parts: (/** @type {string} */ trainable, /** @type {string} */ fixed) =>
      `可训练 ${trainable}，不可训练 ${fixed}`,
    copy: "复制成 Keras 代码",
    copied: "已复制",
    check: "用 Keras 核对",
    code: "Keras 代码",
    wrong: {
      dimensions: (/** @type {string | number} */ value) => `输入要有 ${value} 维，连同批次。`,
      least: (/** @type {string | number} */ value) => `输入至少要有 ${value} 维，连同批次。`,
      most: (/** @type {string | number} */ value) => `输入最多有 ${value} 维，连同批次。`,
      groups: (/** @type {string | number} */ value) => `${value} 不能被 groups 整除。`,
      small: (/** @type {string | number} */ value) => `输入比边长为 ${value} 的窗口小。`,
      both: () => "strides 和 dilation_rate 不能都大于 1。",
      number: () => "请填正整数，最大 1,000,000；各边不同时用逗号隔开。",
      unknown: (/** @type {string | number} */ value) => `计算器不认识 ${value}。`,
      shape: () => "输入形状请填一到四个正整数，用逗号隔开。",
    },
  },
  en: {
    input: "Input shape, without the batch",
    add: "Add a layer",
    kinds: {
      dense: "Dense",
      convolution: "Convolution",
      pooling: "Pooling",
      recurrent: "Embedding, recurrent",
      attention: "Normalization, attention",
    },
    choose: "Layer",
    settings: "Settings",
    up: (/** @type {string} */ layer) => `Move ${layer} up`,
    down: (/** @type {string} */ layer) => `Move ${layer} down`,
    remove: (/** @type {string} */ layer) => `Remove ${layer}`,
    heads: ["Layer", "Formula", "Output shape", "Parameters"],
    total: "Total",
    parts: (/** @type {string} */ trainable, /** @type {string} */ fixed) =>
      `${trainable} trainable, ${fixed} not trainable`,
    copy: "Copy as Keras code",
    copied: "Copied",
    check: "Check with Keras",
    code: "Keras code",
    wrong: {
      dimensions: (/** @type {string | number} */ value) =>
        `The input needs ${value} dimensions, the batch among them.`,
      least: (/** @type {string | number} */ value) =>
        `The input needs at least ${value} dimensions, the batch among them.`,
      most: (/** @type {string | number} */ value) =>
        `The input may have at most ${value} dimensions, the batch among them.`,
      groups: (/** @type {string | number} */ value) => `${value} cannot be divided by groups.`,
      small: (/** @type {string | number} */ value) => `The input is smaller than a window of ${value}.`,
      both: () => "strides and dilation_rate cannot both be above 1.",
      number: () => "Whole numbers, please, from 1 to 1,000,000; commas between sides that differ.",
      unknown: (/** @type {string | number} */ value) => `The calculator does not know ${value}.`,
      shape: () => "The input shape is one to four whole numbers, with commas between them.",
    },
  },
}
export const words = WORDS[document.documentElement.lang === "zh" ? "zh" : "en"]
