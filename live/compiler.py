"""Turns Python files into byte code of the Python that runs this, without docstrings."""

import ast
import importlib.util
import marshal
import zipfile

#: What has a docstring.
DOCUMENTED = ast.Module | ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef
#: What stands before the code: that nothing has to be compared with a source, and sixteen bytes in all.
HEAD = importlib.util.MAGIC_NUMBER + (1).to_bytes(4, "little") + bytes(8)
#: The same where the importer of zips reads it, which wants a time and a size.
HEAD_IN_ZIP = importlib.util.MAGIC_NUMBER + bytes(12)


def compile_all(sources, compiled):
    """Compile each file of the zip *sources*, whose names are those that tracebacks tell, into *compiled*."""
    with zipfile.ZipFile(sources) as given, zipfile.ZipFile(compiled, "w") as made:
        for name in given.namelist():
            made.writestr(zipfile.ZipInfo(name), code_of(name, given.read(name)))


def code_of(name, source):
    """The byte code of *source*, the text of the file *name*."""
    tree = compile(source, f"/{name}", "exec", ast.PyCF_ONLY_AST, dont_inherit=True)
    for node in ast.walk(tree):
        if isinstance(node, DOCUMENTED) and ast.get_docstring(node, clean=False):
            node.body[0].value.value = ""
    head = HEAD_IN_ZIP if ".zip/" in name else HEAD
    return head + marshal.dumps(compile(tree, f"/{name}", "exec", dont_inherit=True))
