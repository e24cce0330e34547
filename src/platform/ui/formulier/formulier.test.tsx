import { describe, expect, test } from 'vitest';
import { geldig, leesbaar, waarden } from '../testing/geldig.ts';
import { Formulier } from './formulier.tsx';
import { FoutSamenvatting } from './foutsamenvatting.tsx';
import { KeuzeVeld, RadioGroep, Veldset, VinkVeld } from './keuzevelden.tsx';
import { Knop, KnopGroep, KnopLink } from './knop.tsx';
import { BestandVeld, DatumVeld, TekstGebied, TekstVeld, VerborgenVeld } from './tekstvelden.tsx';
import { veldId } from './veldkader.tsx';
import { Verschil } from './verschil.tsx';

const opties = [
  { waarde: 'ja', naam: 'Ja' },
  { waarde: 'nee', naam: 'Nee', uitleg: 'Bel bij gevaar 112.' },
];
const fout = {
  naam: 'gezin[naam]',
  label: 'Naam',
  uitleg: 'Zoals in het plan.',
  fout: 'Vul een naam in',
  waarde: 'Oud',
};

const velden = [
  ['TekstVeld', <TekstVeld {...fout} />],
  ['TekstGebied', <TekstGebied {...fout} />],
  ['DatumVeld', <DatumVeld {...fout} />],
  ['KeuzeVeld', <KeuzeVeld {...fout} opties={opties} />],
  ['RadioGroep', <RadioGroep {...fout} opties={opties} />],
  ['VinkVeld', <VinkVeld {...fout} />],
  ['BestandVeld', <BestandVeld {...fout} />],
] as const;

// @eis A2.4
describe('velden', () => {
  test.each(velden)('%s verbindt naam, uitleg en fout met het veld', async (_, veld) => {
    const opmaak = await geldig(veld);
    const id = veldId('gezin[naam]');
    expect(waarden(opmaak, 'id')).toContain(id);
    const beschrijvers = waarden(opmaak, 'aria-describedby').flatMap(w => w.split(' '));
    expect(beschrijvers).toEqual(expect.arrayContaining([`${id}-uitleg`, `${id}-fout`]));
    for (const beschrijver of beschrijvers) expect(waarden(opmaak, 'id')).toContain(beschrijver);
    expect(leesbaar(opmaak)).toMatch(/Fout: Vul een naam in/);
    expect(opmaak).toContain('Naam');
    expect(waarden(opmaak, 'name')).toContain('gezin[naam]');
  });

  test.each(velden.filter(([naam]) => naam !== 'RadioGroep'))(
    '%s is na een fout ongeldig gemerkt',
    async (_, veld) => {
      expect(await geldig(veld)).toContain('aria-invalid="true"');
    },
  );

  test('een veld zonder fout is niet ongeldig en wijst nergens heen', async () => {
    expect(await geldig(<TekstVeld naam="a" label="A" />)).not.toMatch(/aria-invalid|aria-describedby/);
  });

  test('TekstVeld en TekstGebied houden vast wat er was ingevuld, ook als het op opmaak lijkt', async () => {
    expect(waarden(await geldig(<TekstVeld naam="a" label="A" waarde={'"><b>'} />), 'value')).toEqual([
      '&quot;&gt;&lt;b&gt;',
    ]);
    expect(await geldig(<TekstGebied naam="a" label="A" waarde={'</textarea><b>'} />)).not.toContain('<b>');
  });

  test('wat niet verplicht is staat er in woorden bij, in de taal van de bladzijde', async () => {
    expect(leesbaar(await geldig(<TekstVeld naam="a" label="Naam" verplicht={false} />))).toBe(
      'Naam (niet verplicht)',
    );
    expect(leesbaar(await geldig(<TekstVeld naam="a" label="Name" verplicht={false} taal="en" />))).toBe(
      'Name (optional)',
    );
    expect(await geldig(<TekstVeld naam="a" label="Naam" verplicht />)).toContain('required');
  });

  test('DatumVeld is één tekstveld dat zegt hoe u een datum schrijft', async () => {
    const opmaak = await geldig(<DatumVeld naam="d" label="Wanneer?" waarde="3-11-2026" />);
    expect(opmaak).toContain('type="text"');
    expect(opmaak).toContain('value="3-11-2026"');
    expect(leesbaar(opmaak)).toContain('Dag-maand-jaar');
  });

  test('KeuzeVeld begint op een lege keuze en houdt de gekozen waarde', async () => {
    expect(await geldig(<KeuzeVeld naam="k" label="K" opties={opties} />)).toContain(
      '<option value="">Maak een keuze',
    );
    const gekozen = await geldig(<KeuzeVeld naam="k" label="K" opties={opties} waarde="nee" leeg={null} />);
    expect(gekozen).toMatch(/<option value="nee" selected[^>]*>Nee/);
    expect(gekozen).not.toContain('value=""');
  });

  test('RadioGroep is een groep met een vraag; de eerste keuze draagt het id waar de samenvatting heen wijst', async () => {
    const opmaak = await geldig(
      <RadioGroep naam="veilig" label="Is het veilig?" opties={opties} waarde="nee" />,
    );
    expect(opmaak).toMatch(/<fieldset[^>]*><legend[^>]*>Is het veilig\?/);
    expect(opmaak).toMatch(/id="veld-veilig" name="veilig" value="ja"/);
    expect(opmaak.match(/checked/g)).toHaveLength(1);
    expect(opmaak).toMatch(/value="nee" checked/);
  });

  test('VinkVeld stuurt alleen iets als het aan staat', async () => {
    expect(await geldig(<VinkVeld naam="v" label="V" aan />)).toMatch(/type="checkbox" value="ja" checked/);
    expect(await geldig(<VinkVeld naam="v" label="V" />)).not.toContain('checked');
  });

  test('BestandVeld vraagt na een fout om het bestand opnieuw te kiezen', async () => {
    expect(leesbaar(await geldig(<BestandVeld {...fout} maximum="20 MB" />))).toContain(
      'Kies het bestand opnieuw.',
    );
    expect(leesbaar(await geldig(<BestandVeld naam="b" label="B" maximum="20 MB" />))).toBe(
      'B Hoogstens 20 MB.',
    );
  });

  test('VerborgenVeld is onzichtbaar', async () => {
    expect(await geldig(<VerborgenVeld naam="versie" waarde="7" />)).toBe(
      '<input type="hidden" name="versie" value="7"/>',
    );
  });

  test('Veldset geeft een vraag aan de velden erin', async () => {
    const opmaak = await geldig(
      <Veldset titel="Budget" uitleg="In euro." id="b">
        <TekstVeld naam="a" label="A" />
      </Veldset>,
    );
    expect(opmaak).toMatch(/<fieldset[^>]*aria-describedby="b-uitleg"[^>]*><legend[^>]*>Budget<\/legend>/);
  });
});

// @eis A2.4
describe('formulieren en knoppen', () => {
  test('Formulier gaat altijd per POST en stuurt het geheim van de sessie mee', async () => {
    const opmaak = await geldig(
      <Formulier actie="/acties" csrf="geheim" naam="Actie">
        <Knop>Bewaar de actie</Knop>
      </Formulier>,
    );
    expect(opmaak).toMatch(/<form[^>]*method="post"[^>]*action="\/acties"/);
    expect(opmaak).toContain('<input type="hidden" name="_csrf" value="geheim"/>');
    expect(opmaak).toContain('novalidate');
    expect(opmaak).not.toContain('enctype');
  });

  test('Formulier met een bestand gaat in delen', async () => {
    const opmaak = await geldig(
      <Formulier actie="/a" csrf="x" bestanden>
        <Knop>Stuur het bestand</Knop>
      </Formulier>,
    );
    expect(opmaak).toContain('enctype="multipart/form-data"');
  });

  test('Knop is een echte verzendknop en kan een keuze meesturen', async () => {
    expect(
      await geldig(
        <Knop soort="gevaar" naam="daad" waarde="trek_in">
          Trek in
        </Knop>,
      ),
    ).toMatch(/^<button[^>]*type="submit" name="daad" value="trek_in">Trek in<\/button>$/);
  });

  test('KnopLink is een link en KnopGroep houdt knoppen bijeen', async () => {
    const opmaak = await geldig(
      <KnopGroep>
        <KnopLink href="/nieuw">Maak een actie</KnopLink>
      </KnopGroep>,
    );
    expect(opmaak).toMatch(/<div[^>]*><a[^>]*href="\/nieuw">Maak een actie<\/a><\/div>/);
  });

  test('FoutSamenvatting wijst met elke fout naar haar veld en krijgt de aandacht', async () => {
    const opmaak = await geldig(
      <FoutSamenvatting fouten={[{ veld: 'gezin[naam]', tekst: 'Vul een naam in' }, { tekst: 'Te laat' }]} />,
    );
    expect(opmaak).toContain(`href="#${veldId('gezin[naam]')}"`);
    expect(opmaak).toMatch(/role="alert"[^>]*tabindex="-1"/);
    expect(opmaak.match(/<a /g)).toHaveLength(1);
    expect(String(<FoutSamenvatting fouten={[]} />)).toBe('');
  });

  test('Verschil zegt in woorden welk onderdeel verschilt', async () => {
    const opmaak = await geldig(
      <Verschil
        bijschrift="Twee versies"
        rijen={[
          { veld: 'Naam', hun: 'A', uw: 'A' },
          { veld: 'Gereed', hun: '2026', uw: '' },
        ]}
      />,
    );
    expect(opmaak.match(/\(verschilt\)/g)).toHaveLength(1);
    expect(opmaak).toMatch(/Gereed.*2026.*<ins[^>]*>niet bekend<\/ins>/);
  });
});
