"""Lists of products: which filters one has, how it is headed, how its entries are told."""
