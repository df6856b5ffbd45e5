"""Let the modules of this folder find one another: they are also commands, run by path."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
