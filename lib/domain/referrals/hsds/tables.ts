/** What a cell or a value may hold; a list: one of these words. */
export type Kind = 'text' | 'uuid' | 'number' | 'date' | 'time' | 'datetime' | readonly string[];

export interface Field {
  readonly name: string;
  readonly kind: Kind;
  /** `always`: in JSON and in tables. `tables`: in JSON the nesting says it. */
  readonly required: 'always' | 'tables' | 'never';
}

export interface Table {
  readonly file: string;
  readonly fields: readonly Field[];
}

/** Written as `name:kind` with `*` for required and `+` for required in tables alone. */
function table(file: string, fields: string): Table {
  return { file, fields: fields.split(',').map((written) => fieldOf(written.trim())) };
}

const KINDS = ['uuid', 'number', 'date', 'time', 'datetime'] as const;
const REQUIRED = { '*': 'always', '+': 'tables', '': 'never' } as const;

function fieldOf(written: string): Field {
  const mark = /[*+]?$/.exec(written)?.[0] as keyof typeof REQUIRED;
  const [name = '', kind = 'text'] = written.slice(0, written.length - mark.length).split(':');
  const known = KINDS.find((one) => one === kind);
  const words = kind === 'text' ? 'text' : kind.split('|');
  return { name, kind: known ?? words, required: REQUIRED[mark] };
}

/**
 * The objects of the Human Services Data Specification 3.0, in the order of its `datapackage.json`
 * (Open Referral, openreferral/specification, CC BY-SA 4.0). A test compares every line with it.
 */
export const TABLES = {
  organization: table(
    'organizations.csv',
    `id:uuid*, name*, alternate_name, description*, email, website, tax_status, tax_id,
     year_incorporated:number, legal_status, logo, uri, parent_organization_id:uuid`,
  ),
  program: table(
    'programs.csv',
    `id:uuid*, organization_id:uuid+, name*, alternate_name, description*`,
  ),
  service: table(
    'services.csv',
    `id:uuid*, organization_id:uuid+, program_id:uuid, name*, alternate_name, description,
     url, email, status:active|inactive|defunct|temporarily closed*,
     interpretation_services, application_process, fees_description, wait_time, fees,
     accreditations, eligibility_description, minimum_age:number, maximum_age:number,
     assured_date:date, assurer_email, licenses, alert, last_modified:datetime`,
  ),
  attribute: table(
    'attributes.csv',
    `id:uuid*, link_id:uuid+, taxonomy_term_id:uuid+, link_type, link_entity+, value`,
  ),
  service_at_location: table(
    'service_at_location.csv',
    `id:uuid*, service_id:uuid+, location_id:uuid+, description`,
  ),
  location: table(
    'locations.csv',
    `id:uuid*, location_type:physical|postal|virtual*, url, organization_id:uuid, name,
     alternate_name, description, transportation, latitude:number, longitude:number,
     external_identifier, external_identifier_type`,
  ),
  phone: table(
    'phones.csv',
    `id:uuid*, location_id:uuid, service_id:uuid, organization_id:uuid, contact_id:uuid,
     service_at_location_id:uuid, number*, extension:number, type, description`,
  ),
  contact: table(
    'contacts.csv',
    `id:uuid*, organization_id:uuid, service_id:uuid, service_at_location_id:uuid,
     location_id:uuid, name, title, department, email`,
  ),
  address: table(
    'addresses.csv',
    `id:uuid*, location_id:uuid, attention, address_1*, address_2, city*, region,
     state_province*, postal_code*, country*, address_type:physical|postal|virtual*`,
  ),
  schedule: table(
    'schedules.csv',
    `id:uuid*, service_id:uuid, location_id:uuid, service_at_location_id:uuid,
     valid_from:date, valid_to:date, dtstart:date, timezone:number, until:date,
     count:number, wkst:MO|TU|WE|TH|FR|SA|SU, freq:WEEKLY|MONTHLY, interval:number, byday,
     byweekno, bymonthday, byyearday, description, opens_at:time, closes_at:time,
     schedule_link, attending_type, notes`,
  ),
  funding: table('funding.csv', `id:uuid*, organization_id:uuid, service_id:uuid, source`),
  service_area: table(
    'service_areas.csv',
    `id:uuid*, service_id:uuid, name, description, extent, extent_type, uri`,
  ),
  required_document: table('required_documents.csv', `id:uuid*, service_id:uuid, document, uri`),
  language: table(
    'languages.csv',
    `id:uuid*, service_id:uuid, location_id:uuid, phone_id:uuid, name, code, note`,
  ),
  accessibility: table(
    'accessibility.csv',
    `id:uuid*, location_id:uuid, description, details, url`,
  ),
  taxonomy_term: table(
    'taxonomy_terms.csv',
    `id:uuid*, code, name*, description*, parent_id:uuid, taxonomy, language,
     taxonomy_id:uuid, term_uri`,
  ),
  metadata: table(
    'metadata.csv',
    `id:uuid*, resource_id:uuid+, resource_type+, last_action_date:date*, last_action_type*,
     field_name*, previous_value*, replacement_value*, updated_by*`,
  ),
  meta_table_description: table(
    'meta_table_descriptions.csv',
    `id:uuid*, name, language, character_set`,
  ),
  cost_option: table(
    'cost_options.csv',
    `id:uuid*, service_id:uuid+, valid_from:date, valid_to:date, option, currency,
     amount:number, amount_description`,
  ),
  organization_identifier: table(
    'organization_identifiers.csv',
    `id:uuid*, organization_id:uuid+, identifier_scheme, identifier_type*, identifier*`,
  ),
  taxonomy: table('taxonomies.csv', `id:uuid*, name*, description*, uri, version`),
} as const satisfies Readonly<Record<string, Table>>;

export type Entity = keyof typeof TABLES;
export const ENTITIES = Object.keys(TABLES) as readonly Entity[];
