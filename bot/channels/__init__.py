"""One platform each: decode its update, render a Reply, send."""
