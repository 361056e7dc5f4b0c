"""What every path of our HTTP server goes by: headers, bounds, who asks and how often."""
