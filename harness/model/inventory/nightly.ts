declare module '../inventory.ts' {
  interface Inventory {
    readonly nightly?: Nightly
  }
}

/** What a night does with what it found, and who is told when a verdict changes. */
export interface Nightly {
  /** How many nights are kept; default 30. */
  readonly keep?: number
  /** After which a run is ended; default 1h. */
  readonly deadline?: string
  /** Folder that node-exporter's textfile collector reads; without it, no metrics are written there. */
  readonly textfile?: string
  /** Day of the week on which all that still fails is told too, changed or not; default never. */
  readonly digest?:
    | 'monday'
    | 'tuesday'
    | 'wednesday'
    | 'thursday'
    | 'friday'
    | 'saturday'
    | 'sunday'
  readonly webhook?: Webhook
  readonly ntfy?: Ntfy
  readonly email?: Email
}

/** A page that takes messages by POST. */
export interface Webhook {
  /** Its URL by reference: whoever knows it may post there. */
  readonly url: string
  /** `full` is everything as JSON; `text` what Slack, Mattermost and Teams take, `content` what Discord takes. Default `full`. */
  readonly body?: 'full' | 'text' | 'content'
  /** Secret by reference, sent as a bearer token; default none. */
  readonly token?: string
}

/** A topic of ntfy. */
export interface Ntfy {
  /** Base URL of the server; default `https://ntfy.sh`. */
  readonly server?: string
  /** The topic by reference: whoever knows it may read it. */
  readonly topic: string
  /** Access token by reference; default none. */
  readonly token?: string
}

/** Letters by way of the sendmail of this machine. */
export interface Email {
  readonly to: readonly string[]
  /** Address they come from; default the first of `to`. */
  readonly from?: string
  /** Path of the program; default `/usr/sbin/sendmail`. */
  readonly sendmail?: string
}
