"""The application: settings, command line, channels, delivery. Knows platforms."""
