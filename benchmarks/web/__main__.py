"""``python -m benchmarks.web``."""

import sys

from benchmarks.web.run import main

sys.exit(main())
