# /// script
# [tool.proof]
# lanes = ["now-tensorflow"]
# ///
import errno

from pip._internal.commands import install

install.WINDOWS = True
path = "C:/" + "a-long-name/" * 25
error = OSError(errno.ENOENT, "No such file or directory", path)
message = install.create_os_error_message(error, False, False)
print(message.splitlines()[-1])
