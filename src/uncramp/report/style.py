"""How the page looks: black on white, one sheet of A4. The heights that `html.py` reckons with are set here."""

STYLE = """\
@page { size: A4 portrait; margin: 12mm; }
:root { color-scheme: light; }
* { box-sizing: border-box; margin: 0; padding: 0; }
body { background: #fff; color: #000; font: 9pt/1.25 Arial, Helvetica, "Liberation Sans", sans-serif; }
main { width: 186mm; margin: 0 auto; }
h1 { font-size: 1.6em; line-height: 1.2; }
h2 { font-size: 1.1em; line-height: 1.25; }
section, figure { margin-top: 2.4mm; }
p, dd, li, figcaption { overflow-wrap: anywhere; }
.box { border: 0.6mm solid #000; padding: 1mm 2mm; }
.box ul { list-style: none; }
.box li { padding-left: 5mm; text-indent: -5mm; }
.box li::before { content: "\\2612"; display: inline-block; width: 5mm; line-height: 1; text-indent: 0; }
dl { display: grid; grid-template-columns: 30mm 1fr; }
dt { font-weight: bold; }
table { width: 100%; table-layout: fixed; border-collapse: collapse; margin-top: 1mm; text-align: center; }
caption { text-align: left; font-weight: bold; }
th, td { border: 0.2mm solid #000; font-weight: normal; }
figcaption { font-weight: bold; }
svg { display: block; width: 100%; height: 33mm; }
svg path { stroke: #000; fill: none; }
svg rect { fill: #000; stroke: #000; stroke-width: 0.5; }
svg .hollow { fill: #fff; }
svg .dashed { stroke-dasharray: 4 3; }
svg text { font-size: 10px; fill: #000; }
.notes p:not(.rest) { display: -webkit-box; -webkit-box-orient: vertical; -webkit-line-clamp: 2; overflow: hidden; }
.rest { font-weight: bold; }
.line { height: 7mm; display: flex; align-items: flex-end; border-bottom: 0.2mm solid #000; }
.line span { background: #fff; margin-bottom: -0.3mm; padding-right: 2mm; }
footer { margin-top: 1mm; font-size: 0.9em; }
.crowded { font-size: 8pt; }
.crowded .line { height: 6mm; }
.crowded svg { height: 30mm; }
@media screen { main { padding: 8mm 0; max-width: 94%; } }
@media print { section, figure { break-inside: avoid; } }
"""
