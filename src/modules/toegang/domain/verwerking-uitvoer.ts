import type { Verwerkingregel } from './verwerking.ts';

/**
 * A row of use in the form of the government's standard Logboek dataverwerkingen (Logius, working version 0.8.0 of
 * 13 December 2024, interface of the component Logboek), with the fields of NEN 7513 under the names of Logius'
 * draft extension for that norm. Codes of kind, role, act and outcome: RFC 3881.
 */
export interface Uitvoerregel {
  /** 16 bytes in hex: the act with everything below it. */
  trace_id: string;
  /** 8 bytes in hex. */
  span_id: string;
  parent_span_id?: string;
  /** 1 OK; 0 UNSET for what was refused: the standard keeps 2 ERROR for faults of the server. */
  status_code: 0 | 1;
  name: string;
  /** ISO, UTC, to the millisecond. */
  start_time: string;
  end_time: string;
  resource: { attributes: Record<string, string | number> };
  attributes: Record<string, unknown>;
}

const hex = (id: string): string => id.replaceAll('-', '');
const spanVan = (id: string): string => hex(id).slice(0, 16);
const URN = 'urn:lange-adem:';

const ACTIECODE: Readonly<Record<string, string>> = {
  inzien: 'R',
  lijst: 'R',
  zoeken: 'E',
  vastleggen: 'C',
  wijzigen: 'U',
  verwijderen: 'D',
};

const zonderLeeg = (r: Record<string, unknown>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(r).filter(([, w]) => w !== undefined && w !== null));

function gebruikers(r: Verwerkingregel): unknown[] {
  const d = r.details;
  const wie = {
    userID: r.actor.replace(/^(persoon|stelsel):/, ''),
    userIsRequestor: true,
    roleIDCode: d.rol ?? r.actor.split(':')[0],
    purposeOfUse: d.doel,
    networkAccessPointTypeCode: d.punt,
  };
  const namens = d.organisatie && {
    userID: d.organisatie,
    userIsRequestor: false,
    roleIDCode: 'verantwoordelijke',
  };
  return [zonderLeeg(wie), ...(namens ? [namens] : [])];
}

function objecten(r: Verwerkingregel): unknown[] {
  const d = r.details;
  const isMens = r.soort === 'betrokkene';
  const mens = {
    participantObjectTypeCode: 1,
    participantObjectTypeCodeRole: 1,
    participantObjectIDTypeCode: `${URN}betrokkene`,
    participantObjectID: r.object,
  };
  const record = {
    participantObjectTypeCode: 2,
    participantObjectTypeCodeRole: 4,
    participantObjectIDTypeCode: `${URN}${isMens ? d.deel : r.soort}`,
    participantObjectID: isMens ? d.record : r.object,
    participantObjectDetail: d.dossier,
    participantObjectPermissionPolicySet: d.regel,
  };
  return [...(isMens ? [mens] : []), zonderLeeg(record)];
}

function attributen(r: Verwerkingregel): Record<string, unknown> {
  const d = r.details;
  const isMens = r.soort === 'betrokkene';
  return zonderLeeg({
    'dpl.core.processing_activity_id': `${URN}verwerkingsactiviteit:${d.activiteit}`,
    'dpl.core.data_subject_id': isMens ? r.object : null,
    'dpl.core.data_subject_id_type': isMens ? `${URN}betrokkene` : null,
    'dpl.nen7513.eventTypeCode': r.handeling,
    'dpl.nen7513.eventActionCode': ACTIECODE[r.handeling] ?? 'E',
    'dpl.nen7513.eventOutcomeIndicator': r.uitkomst === 'toegestaan' ? 0 : 4,
    'dpl.nen7513.users': gebruikers(r),
    'dpl.nen7513.participants': objecten(r),
    'dpl.nen7513.autorisatieProtocol': d.regel,
    'dpl.nen7513.behandelrelatieProtocol': d.relatie,
    'dpl.langeadem.uitkomst': r.uitkomst,
    'dpl.langeadem.reden': r.reden,
    'dpl.langeadem.grond': d.grond,
    'dpl.langeadem.noodtoegang': d.nood,
    'dpl.langeadem.dossier': d.dossier,
    'dpl.langeadem.houder': d.houder,
  });
}

/** One row in the form of the standard. A row of a person hangs under the row of the act (`parent_span_id`). */
export function alsUitvoerregel(r: Verwerkingregel): Uitvoerregel {
  const d = r.details;
  const eind = Temporal.Instant.from(r.tijdstip);
  const tekst = (t: Temporal.Instant) => t.toString({ fractionalSecondDigits: 3 });
  return {
    trace_id: hex(d.bij ?? r.id),
    span_id: spanVan(r.id),
    ...(d.bij ? { parent_span_id: spanVan(d.bij) } : {}),
    status_code: r.uitkomst === 'toegestaan' ? 1 : 0,
    name: `${r.handeling}.${d.deel ?? r.soort}`,
    start_time: tekst(eind.subtract({ milliseconds: d.duur })),
    end_time: tekst(eind),
    resource: {
      attributes: {
        'service.name': 'lange-adem',
        'nen7513.AuditSourceId': 'lange-adem',
        'nen7513.AuditSourceTypeCode': 4,
        ...(d.houder ? { 'nen7513.AuditEnterpriseSiteID': d.houder } : {}),
      },
    },
    attributes: attributen(r),
  };
}

/** Rows as JSON lines, oldest first. Empty text when there are none. */
export const uitvoerTekst = (regels: readonly Verwerkingregel[]): string =>
  regels
    .toReversed()
    .map(r => `${JSON.stringify(alsUitvoerregel(r))}\n`)
    .join('');
