#!/bin/sh
# Makes gatescope-math.woff2 from STIX Math 1.1.1 (Debian: fonts-stix, fonttools, python3-brotli).
set -eu
cd "$(dirname "$0")"
source=${1:-/usr/share/fonts/opentype/stix-word/STIXMath-Regular.otf}

# ASCII; × · ÷; Greek; primes, dashes, quotes, spaces; superscripts and subscripts; ∞ ∘ ∑ − ⊙ ≈ ≠ ≤ ≥ ⋅ √ ∈ ∂; ℝ;
# combining accents; mathematical italic Latin with planck's h, and Greek italic
unicodes='U+20-7E,U+A0,U+AC,U+B0-B3,U+B7,U+B9,U+D7,U+F7,U+302,U+303,U+2C6,U+2DC,U+391-3C9'
unicodes="$unicodes,U+2009,U+200A,U+2010-2015,U+2018-201D,U+2026,U+202F,U+2032,U+2033,U+2070-208E,U+210E,U+211D"
unicodes="$unicodes,U+2202,U+2208,U+2211,U+2212,U+2218,U+221A,U+221E,U+2248,U+2260,U+2264,U+2265,U+2299,U+22C5,U+1D434-1D467,U+1D6FC-1D71B"

/usr/bin/python3 -m fontTools.subset "$source" --unicodes="$unicodes" \
  --layout-features='ssty,dtls,kern,liga' --no-hinting --desubroutinize --notdef-outline \
  --drop-tables+=GPOS,DSIG,BASE --name-IDs='0,13,14' \
  --flavor=woff2 --output-file=gatescope-math.woff2
ls -l gatescope-math.woff2
