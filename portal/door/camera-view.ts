/** The camera's picture with a frame in it. */
import { el } from './element.ts';
import type { DoorWords } from './speech.ts';

export interface CameraScreen {
  readonly element: HTMLElement;
  readonly heading: HTMLElement;
  readonly video: HTMLVideoElement;
  /** the picture is there */
  readonly showLooking: () => void;
}

export function cameraView({ camera }: DoorWords, stop: () => void): CameraScreen {
  // Without `playsinline` an iPhone would open its own player.
  const video = el('video', { playsinline: true, muted: true, autoplay: true, 'aria-label': camera.preview });
  video.muted = true;
  const heading = el('h1', { tabindex: '-1' }, camera.heading);
  const hint = el('p', { role: 'status' }, camera.starting);
  return {
    heading,
    video,
    showLooking: () => (hint.textContent = camera.looking),
    element: el(
      'main',
      { id: 'main', class: 'camera' },
      heading,
      el('div', { class: 'viewfinder' }, video, el('div', { class: 'frame', 'aria-hidden': 'true' })),
      hint,
      el('button', { type: 'button', class: 'button', onclick: stop }, camera.stop),
    ),
  };
}
