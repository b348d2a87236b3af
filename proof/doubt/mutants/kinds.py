"""The kinds of mutants: what each is called in Chinese, and whether the checks promise to notice it."""

from __future__ import annotations

#: Kinds that a check notices, or `make test` fails; an excuse stands in `tests/equivalents.toml`.
HELD = {
    "digit of a claim": "论断里的数字",
    "digit of the prose": "正文里的数字",
    "digit of the front matter": "页首里的数字",
    "digit of a block": "代码块抬头里的数字",
    "digit of a record": "记录里的数字",
    "digit of an example": "短例输出里的数字",
    "word of a picture": "图里的文字",
    "number word of a claim": "论断里用文字写的数",
    "number in words, from four on": "用文字写的数，四起",
    "number of another claim": "换上另一论断的数",
    "truth turned": "论断的是与否颠倒",
    "word of a claim turned": "论断里颠倒的词",
    "bound turned": "上下界颠倒",
    "claim without proof": "去掉证明的论断",
    "claim without expression, another number": "去掉表达式、换了数的论断",
    "value as its own proof": "以值证值",
    "value in disguise as proof": "变相以值证值",
    "number in other signs": "换成别种数字符号",
    "number in HTML": "写进 HTML 的数",
    "file name of another script": "换成别的文件名",
    "caption exchanged": "输出与报错的标题对调",
    "tabs exchanged": "标签页对调",
    "next page is another": "“下一页”换成别页",
    "host of a command": "未运行的命令里的网址",
    "word of a command": "未运行的命令里的词",
    "include of another block": "换成别块的内容",
    "id": "标识",
    "block gone from one": "一种语言少一段",
    "word gone from one": "一种语言少一词",
}
#: Kinds of which some are noticed, and for the rest nothing answers.
NOT_HELD = {
    "number in words of a heading or a link": "标题、链接里用文字写的数",
    "two or three in words": "用文字写的二和三",
    "none, one or first": "零、一、第一",
    "words of another claim": "换上另一论断的文字",
    "digit of a name": "专名里的数字",
    "digit in code type": "代码字体里的数字",
    "digit in HTML": "HTML 里的数字",
    "digit of a link's words": "链接文字里的数字",
    "digit of an external link's words": "外部链接文字里的数字",
    "digit of a command": "未运行的命令里的数字",
    "digit of an address": "链接地址里的数字",
    "number of a picture's text": "图片说明里的数",
    "layer of a picture's text": "图片说明里的层",
    "picture's words turned": "图片说明里颠倒的词",
    "claims exchanged, proof and all": "两个论断连同证明对调",
    "negation turned": "肯定与否定颠倒",
    "comparison turned": "比较颠倒",
    "order or place turned": "次序、位置颠倒",
    "one thing for another": "换成另一样东西",
    "heading of another section": "换成别节的标题",
    "cells of a table exchanged": "表格里两格对调",
    "link to another heading": "链接换到别节",
    "link to another page": "链接换到别页",
    "link to a misspelt host": "外部链接拼错",
    "block gone from both": "两种语言都少一段",
    "digit of a record of a lane that has not run": "未运行环境的记录里的数字",
    "claim about a lane that has not run": "关于未运行环境的论断",
    "digit of an expression": "表达式里的数字",
    "proof of another claim": "换上另一论断的表达式",
    "proof of another block": "换成问别的代码块",
}
#: Kinds of scripts, which are run: noticed, but for those that change no meaning.
RUN = {
    "number of a script": "脚本里的数",
    "word of a script": "脚本里的词",
}
KINDS = {**HELD, **NOT_HELD, **RUN}
#: What becomes of a claim about a lane that has not run, whatever it is.
UNRUN = "claim about a lane that has not run"
#: Kinds of which the words are gone in one language, so that nothing but what was last compared can tell.
COMPARED = frozenset({"block gone from one", "word gone from one"})
#: Mutants of pages whose expressions must be run.
ASKED = frozenset({"digit of an expression", "proof of another claim", "proof of another block"})
