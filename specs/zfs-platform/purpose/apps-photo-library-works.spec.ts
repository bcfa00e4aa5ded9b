import { all, control, that } from '#harness'
import { canary } from './canary.ts'

control(
  'A photo can be uploaded to Immich, gets its thumbnail, and comes back as it was',
  {
    statement: 'ZF-75',
    impact: 'high',

    kind: 'configuration',
    standards: ['SI-13'],
    remedy:
      'See the record of the canary `photo-library`, and the jobs of Immich: thumbnails wait when its workers or its cache are gone.',
  },
  (views) => {
    const { isRecent, step } = canary(views, 'photo-library')
    const longest = views.parameter.seconds('p.canary.thumbnail_max')

    all(
      isRecent,
      // 200 would mean that it knows the picture already, and gives back an old one.
      () => that(step('upload').status === 201, 'the photo is taken as a new one', step('upload')),
      () =>
        that(
          step('original').status === 200 &&
            step('original').sha256 !== undefined &&
            step('original').sha256 === step('upload').sha256,
          'the original comes back as it was',
          { sent: step('upload'), back: step('original') },
        ),
      () =>
        that(
          step('thumbnail').status === 200 && (step('thumbnail').seconds ?? Infinity) <= longest,
          `its thumbnail is there within ${longest} s`,
          step('thumbnail'),
        ),
    )
  },
)
