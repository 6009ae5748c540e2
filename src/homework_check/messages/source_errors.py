"""What is wrong with a source or an encoding as named on the command line, and what to do."""

from __future__ import annotations

from typing import Final

from homework_check.text import Text

NO_FILE: Final = Text("找不到文件“{file}”。", 'no file "{file}".')
IN_THE_SAME_FOLDER: Final = Text(
    "同一文件夹里有“{guess}”，是不是它？",
    'There is "{guess}" in the same folder: that one?',
)
LOOK_AT_THE_NAME: Final = Text(
    "请核对文件名和所在的文件夹。", "Check the name and the folder it is in."
)
NO_STDIN_NAME: Final = Text("从标准输入读时要写文件名。", "standard input needs a file name.")
ADD_STDIN_NAME: Final = Text(
    "请加：--stdin-filename 第2周.xlsx", "Add: --stdin-filename week2.xlsx"
)
UNKNOWN_ENCODING: Final = Text("没有“{name}”这种文字编码。", 'no text encoding "{name}".')
USUAL_ENCODINGS: Final = Text(
    "常用：gb18030、utf-8、utf-16、big5", "Usual ones: gb18030, utf-8, utf-16, big5"
)
