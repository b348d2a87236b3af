"""The engine of this book: it runs snippets, keeps records, and judges what pages say."""
