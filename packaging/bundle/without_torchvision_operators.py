"""Let torchvision be imported beside a torch for which its compiled operators were not built.

The program uses its transforms in Python only; the registrations fail where the operators are missing.
"""

import sys
import types

sys.modules["torchvision._meta_registrations"] = types.ModuleType("torchvision._meta_registrations")
