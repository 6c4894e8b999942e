declare const brand: unique symbol;

/** A primitive that cannot be mistaken for another one. Minted only where it is validated. */
type Brand<T, Name extends string> = T & { readonly [brand]: Name };

export type PathwayId = Brand<string, 'PathwayId'>;
export type StaffId = Brand<string, 'StaffId'>;
export type ThreadId = Brand<string, 'ThreadId'>;
export type ServiceId = Brand<string, 'ServiceId'>;

/** Milliseconds since the epoch. The domain never reads the clock; it is handed an Instant. */
export type Instant = Brand<number, 'Instant'>;

/** A calendar date as days since 1970-01-01, in the deployment's own time zone. */
export type Day = Brand<number, 'Day'>;
