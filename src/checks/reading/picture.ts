/** What a picture shows of itself before it is shown: how large it is, and whether it says where it was taken. */
import ExifReader from 'exifreader';
import { imageSize } from 'image-size';

export interface Picture {
  /** In pixels; undefined where the file does not say. */
  width: number | undefined;
  height: number | undefined;
  /** Whether the camera wrote the place into the file. */
  hasPlace: boolean;
}

const pictureName = /\.(?:png|jpe?g|webp|avif|gif)$/i;

/** Undefined for what is no picture of points; never throws. */
export const readPicture = (path: string, bytes: Uint8Array): Picture | undefined => {
  if (!pictureName.test(path)) return undefined;
  let size: { width?: number; height?: number } = {};
  try {
    size = imageSize(bytes);
  } catch {
    // What cannot be read is told by its first bytes.
  }
  let hasPlace = false;
  try {
    hasPlace = ExifReader.load(bytes.buffer as ArrayBuffer, { expanded: true }).gps?.Latitude !== undefined;
  } catch {
    // No notes of a camera.
  }
  return { width: size.width, height: size.height, hasPlace };
};
