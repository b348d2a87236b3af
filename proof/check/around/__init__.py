"""A page comes in; what is wrong around its words goes out: captions, tabs, commands, links, pictures."""
