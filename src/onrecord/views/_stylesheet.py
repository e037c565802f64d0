"""The style sheet of the HTML view: light, dark, and black on white on paper."""

STYLESHEET = """
:root { color-scheme: light dark;
  --ink: #1b1b1b; --quiet: #575757; --paper: #ffffff; --rule: #c9c9c9; --link: #0b4f9e;
  --correct: #a3160c; --query: #7a4b00; --note: #0b4f9e; --ok: #1d6b2f; }
@media (prefers-color-scheme: dark) {
  :root { --ink: #ececec; --quiet: #b0b0b0; --paper: #16181b; --rule: #45484d; --link: #8fc1ff;
    --correct: #ff9b91; --query: #ffc46b; --note: #8fc1ff; --ok: #8edb9e; } }
* { box-sizing: border-box; }
body { margin: 0; background: var(--paper); color: var(--ink);
  font: 1rem/1.5 "Source Serif 4", Georgia, "Times New Roman", serif; }
main { max-width: 46rem; margin: 0 auto; padding: 2rem 1.25rem 4rem; overflow-wrap: anywhere; }
h1 { font-size: 1.6rem; line-height: 1.25; margin: 0 0 1rem; }
h2 { font-size: 1.1rem; margin: 2rem 0 .5rem; padding-bottom: .2rem;
  border-bottom: 1px solid var(--rule); }
h3 { font-size: 1rem; font-weight: 600; margin: 0; color: var(--quiet); }
dl.report { margin: 0 0 .75rem; color: var(--quiet); font-size: .95rem; }
dl.report div { display: grid; grid-template-columns: 8rem 1fr; gap: 0 1rem; }
dt { font-weight: 600; }
dd { margin: 0; }
ul, ol { margin: 0; padding: 0; list-style: none; }
li { margin: 0 0 .3rem; padding-left: 1rem; text-indent: -1rem; }
.group { display: grid; grid-template-columns: 11rem 1fr; gap: 0 1rem; margin: 0 0 .4rem; }
.lead { margin: 0 0 .5rem; font-style: italic; color: var(--quiet); }
.voices, .note { color: var(--quiet); }
.note { font-style: italic; }
.marks, .mark { font-size: .85em; white-space: nowrap; font-variant-numeric: tabular-nums; }
.marks { color: var(--quiet); }
a { color: var(--link); }
a:focus-visible { outline: 2px solid var(--link); outline-offset: 2px; }
.checks strong { display: inline-block; min-width: 4.5rem; text-indent: 0; }
.severity-correct strong, .severity-refile strong { color: var(--correct); }
.severity-query strong { color: var(--query); }
.severity-note strong { color: var(--note); } .severity-ok strong { color: var(--ok); }
.evidence li { display: grid; grid-template-columns: 3.2rem 1fr; padding: 0; text-indent: 0; }
.evidence li:target { background: color-mix(in srgb, var(--link) 18%, transparent); }
@media (max-width: 34rem) { .group, dl.report div { display: block; }
  .group { margin-bottom: .8rem; } }
@page { margin: 18mm 16mm; }
@media print {
  :root { color-scheme: light; --ink: #000; --quiet: #000; --paper: #fff; --rule: #000;
    --link: #000; --correct: #000; --query: #000; --note: #000; --ok: #000; }
  html { font-size: 10pt; }
  body { line-height: 1.35; }
  main { max-width: none; padding: 0; }
  a { text-decoration: none; }
  h2 { break-after: avoid; margin-top: 1.2rem; }
  li { break-inside: avoid; margin-bottom: .15rem; }
  p, li { orphans: 2; widows: 2; }
}
"""
