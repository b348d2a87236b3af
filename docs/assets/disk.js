// Says in a page that is opened from a disk what a browser does not let it do, and how to have that. Only the
// copy to take along asks for it.
"use strict"
if (location.protocol === "file:") {
  const note = document.createElement("p")
  note.className = "disk"
  note.textContent = document.documentElement.lang === "zh"
    ? "这一页是从硬盘打开的，可以读，也可以走到别的页。搜索、证明卡片和可以动手的地方不一定能用：要用，照 00-READ-ME-FIRST.txt 说的打开。"
    : "This page is opened from a disk. It can be read, and its links lead on. The search, the proofs and what can be tried may not work: to have them, open the site as 00-READ-ME-FIRST.txt says."
  document.querySelector("article")?.prepend(note)
}
