# Makes two files of the shape of CBS StatLine from the published figures in gegevens/veilig-thuis-cbs.csv (table
# 85361NED, 2023): the CSV download (UntypedDataSet) and a package of OData v4 (Properties, Dimensions, MeasureCodes,
# codes of dimensions, Observations). The figures are those of CBS; codes of measures are ours, and a cell that the
# published pages do not give stands as unknown ('.' and ValueAttribute), so these files show the shape, not the table.
# Command, in this folder:  python3 maak.py
import csv, json

MATEN = [('Vervolgmelding totaal', 'VervolgmeldingTotaal'), ('Vervolgmelding tijdens beoordeling', 'VervolgmeldingTijdensBeoordeling'),
         ('Vervolgmelding na beoordeling', 'VervolgmeldingNaBeoordeling'), ('Vervolgmelding tijdens monitoring', 'VervolgmeldingTijdensMonitoring')]
CODES = ['vervolgmelding_totaal', 'vervolgmelding_tijdens_beoordeling', 'vervolgmelding_na_beoordeling', 'vervolgmelding_tijdens_monitoring']
GEBIEDEN = [('NL01', 'Nederland'), ('GM0361', 'Alkmaar'), ('GM0358', 'Aalsmeer'), ('GM0363', 'Amsterdam')]
rijen = [r for r in csv.DictReader(open('../../../../gegevens/veilig-thuis-cbs.csv')) if r['cbs_tabel'] == '85361NED' and r['periode'] == '2023']
waarde = {(r['regio'], r['indicator']): r['waarde'] for r in rijen}
kolommen = [(t, f'{k}_{i + 1}', 'aantal', c) for i, ((t, k), c) in enumerate(zip(MATEN, CODES))]
kolommen += [(t, f'{k}_{i + 5}', '%', 'aandeel_' + c) for i, ((t, k), c) in enumerate(zip(MATEN, CODES))]

with open('85361NED_UntypedDataSet_28112026_101500.csv', 'w') as f:
    f.write(';'.join(f'"{k}"' for k in ['ID', 'RegioS', 'Perioden', *[k for _, k, _, _ in kolommen]]) + '\n')
    for i, (code, naam) in enumerate(GEBIEDEN):
        cellen = [f'{waarde.get((naam, c), "."):>8}' for _, _, _, c in kolommen]
        f.write(';'.join(f'"{c}"' for c in [str(i), code.ljust(6) if code.startswith('NL') else code + ' ', '2023JJ00', *cellen]) + '\n')

obs = []
for g, (code, naam) in enumerate(GEBIEDEN):
    for m, (_, _, _, c) in enumerate(kolommen):
        w = waarde.get((naam, c))
        obs.append({'Id': len(obs), 'Measure': f'M{m + 1:06d}', 'ValueAttribute': 'None' if w else 'Unknown', 'Value': float(w) if w else None,
                    'StringValue': None, 'RegioS': code, 'Perioden': '2023JJ00'})
pakket = {
    'Properties': {'Identifier': '85361NED', 'Title': 'Huiselijk geweld; meldingen naar eerdere betrokkenheid Veilig Thuis, regio', 'Modified': '2024-10-31T02:00:00+01:00'},
    'Dimensions': {'value': [{'Identifier': 'RegioS', 'Kind': 'GeoDimension'}, {'Identifier': 'Perioden', 'Kind': 'TimeDimension'}]},
    'MeasureCodes': {'value': [{'Identifier': f'M{m + 1:06d}', 'Index': m + 1, 'Title': t, 'Unit': e} for m, (t, _, e, _) in enumerate(kolommen)]},
    'RegioSCodes': {'value': [{'Identifier': c, 'Title': n} for c, n in GEBIEDEN]},
    'PeriodenCodes': {'value': [{'Identifier': '2023JJ00', 'Title': '2023*', 'Status': 'Voorlopig'}]},
    'Observations': {'value': obs},
}
json.dump(pakket, open('85361NED.json', 'w'), ensure_ascii=False, indent=1)
