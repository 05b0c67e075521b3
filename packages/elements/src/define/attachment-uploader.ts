import { AttachmentUploaderElement } from '../documents/attachment-uploader.element.ts';
import { define } from './define.ts';

define('attachment-uploader', AttachmentUploaderElement);
