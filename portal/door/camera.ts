/** The camera: looks until it sees a QR code, then lets go of the device. */
import { pixelsOf } from './picture.ts';
import type { Scanner } from './scanner.ts';

/** Why there is no camera: `insecure` = plain http, where browsers have none; `none` = a device without; `refused` = the user or a policy said no. */
export type NoCamera = 'insecure' | 'none' | 'refused' | 'busy';

/** null: a camera may be asked for. */
export function whyNoCamera(): 'insecure' | 'none' | null {
  if (!isSecureContext) return 'insecure';
  // Types say that it is always there; a browser in a policy or an old one has none.
  return (navigator.mediaDevices as MediaDevices | undefined)?.getUserMedia ? null : 'none';
}

const REASON_OF: Readonly<Record<string, NoCamera>> = {
  NotAllowedError: 'refused',
  SecurityError: 'refused',
  NotFoundError: 'none',
  OverconstrainedError: 'none',
  NotReadableError: 'busy',
  AbortError: 'busy',
};

/** Longest side of a frame that is looked at: 85 modules of a VN2 in half of it are 5 pixels each. */
const FRAME_SIDE = 1_000;
/** Rest between two looks: an old phone needs its time for the picture. */
const REST_MS = 80;

/**
 * Shows the camera in `video` until a code is seen or `stop` fires. Nothing is recorded.
 * Resolves with the text; with the reason when there is no camera; with null when stopped. Rejects when the scanner cannot run.
 */
export async function lookForCode(
  video: HTMLVideoElement,
  scanner: Scanner,
  stop: AbortSignal,
): Promise<{ readonly text: string } | { readonly why: NoCamera } | null> {
  let stream: MediaStream;
  try {
    stream = await navigator.mediaDevices.getUserMedia({
      audio: false,
      video: { facingMode: 'environment', width: { ideal: 1280 }, height: { ideal: 720 } },
    });
  } catch (error) {
    return { why: REASON_OF[error instanceof DOMException ? error.name : ''] ?? 'none' };
  }
  try {
    if (stop.aborted) return null;
    video.srcObject = stream;
    await video.play().catch(() => undefined);
    while (!stop.aborted) {
      if (video.videoWidth > 0) {
        const [text] = await scanner.find(pixelsOf(video, video.videoWidth, video.videoHeight, FRAME_SIDE));
        if (text !== undefined && !stop.aborted) return { text };
      }
      await new Promise((rested) => setTimeout(rested, REST_MS));
    }
    return null;
  } finally {
    video.srcObject = null;
    for (const track of stream.getTracks()) track.stop();
  }
}
