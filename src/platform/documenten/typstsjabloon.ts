/**
 * The look of a PDF, in the language of the typesetter. It never holds a word of a document: that comes in as
 * JSON through `sys.inputs` and is placed as strings, which the typesetter shows as they are.
 */
export const SJABLOON = String.raw`
#let d = json(bytes(sys.inputs.document))
#let w = d.woorden
#set document(title: d.titel, date: none, description: d.at("onderwerp", default: none))
#set text(font: d.lettertypen, fallback: false, lang: d.taal, region: if d.taal == "nl" { "nl" } else { "gb" }, size: 10.5pt, hyphenate: false, fill: rgb("#1a1a1a"))
#set par(leading: 0.7em, spacing: 1.1em, justify: false)
#set page(paper: "a4", margin: (x: 2.4cm, top: 2.4cm, bottom: 2.6cm), footer: context {
  set text(size: 8.5pt, fill: rgb("#454545"))
  d.at("voettekst", default: "")
  h(1fr)
  w.pagina + " " + str(counter(page).get().first()) + " " + w.van + " " + str(counter(page).final().first())
})
#show heading: set text(weight: 600)
#show heading.where(level: 1): set text(size: 20pt)
#show heading.where(level: 2): set text(size: 15pt)
#show heading.where(level: 3): set text(size: 12.5pt)
#show heading.where(level: 4): set text(size: 11pt)
#show heading: set block(above: 1.6em, below: 0.8em, sticky: true)
#show strong: set text(weight: 600)
#show link: underline
#show figure: set block(breakable: true, above: 1.4em, below: 1.4em)
#show figure.caption: set align(left)
#show figure.caption: set text(size: 9.5pt, weight: 600)
#show figure.where(kind: table): set figure.caption(position: top)
#show figure.where(kind: table): it => { show figure.caption: c => block(sticky: true, below: 0.8em, c); it }
#set table(stroke: (x, y) => (bottom: 0.5pt + rgb("#767676")), inset: (x: 5pt, y: 4.5pt))
#show table.cell.where(y: 0): set text(weight: 600)

#let regels(t) = t.split("\n").map(r => text(r)).join(linebreak())
#let stuk(s) = {
  if type(s) == str { regels(s) }
  else if "vet" in s { strong(regels(s.vet)) }
  else if "cursief" in s { emph(regels(s.cursief)) }
  else { link(s.naar, text(s.tekst)) }
}
#let lopend(t) = if type(t) == str { regels(t) } else { t.map(stuk).join() }
#let tabel(b) = table(
  columns: if "aandelen" in b { b.aandelen.map(a => a * 1fr) } else { b.kop.enumerate().map(((i, _)) => if i in b.numeriek { auto } else { 1fr }) },
  align: b.kop.enumerate().map(((i, _)) => if i in b.numeriek { right } else { left }),
  table.header(..b.kop.map(k => regels(k))),
  ..b.rijen.flatten().map(c => regels(c)),
)
#let figuur(body, b, soort, woord) = {
  if "bijschrift" in b { figure(body, caption: regels(b.bijschrift), kind: soort, supplement: woord) } else { body }
}
#let blok(b) = {
  if b.soort == "kop" { heading(level: b.niveau, text(b.tekst)) }
  else if b.soort == "alinea" { par(lopend(b.tekst)) }
  else if b.soort == "lijst" {
    let punten = b.punten.map(lopend)
    if b.at("genummerd", default: false) { enum(..punten) } else { list(..punten) }
  }
  else if b.soort == "tabel" { figuur(tabel(b), b, table, w.tabel) }
  else if b.soort == "afbeelding" {
    figuur(image(bytes(b.svg), format: "svg", alt: b.alt, width: b.at("breedte", default: 100) * 1%), b, image, w.figuur)
  }
  else if b.soort == "citaat" {
    quote(block: true, attribution: if "bron" in b { text(b.bron) } else { none }, regels(b.tekst))
  }
  else if b.soort == "bron" { par(text(size: 9pt, fill: rgb("#454545"), { w.bron + ": "; lopend(b.tekst) })) }
  else if b.soort == "pagina_einde" { pagebreak(weak: true) }
}

#for b in d.blokken.filter(b => b.soort == "briefkop") {
  set par(spacing: 2em)
  par(text(size: 9.5pt, b.afzender.map(r => text(r)).join(linebreak())))
  par(b.ontvanger.map(r => text(r)).join(linebreak()))
  par({ text(b.plaatsDatum); if "kenmerk" in b { linebreak(); text(w.kenmerk + ": " + b.kenmerk) } })
}
#heading(level: 1, text(d.titel))
#if d.metagegevens.len() > 0 { terms(..d.metagegevens.map(m => terms.item(text(m.label), regels(m.waarde)))) }
#for b in d.blokken { blok(b) }
#if d.vervangen { par(text(size: 9pt, w.onbekendTeken)) }
`;
