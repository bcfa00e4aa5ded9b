import type { Views } from '#harness'

/** Routers that clients can meet: all but those of Traefik itself. */
export const publicRouters = ({ lab }: Views) => {
  const { items, ...whole } = lab.traefik.routers
  return {
    ...whole,
    items: items.filter(({ provider, status }) => provider !== 'internal' && status !== 'disabled'),
  }
}

/** Entry points on which browsers arrive, by port. */
export const entryAt = ({ lab }: Views, port: number): string | undefined =>
  lab.traefik.entryPoints.find((entry) => entry.port === port)?.name
