/** Why a file is not taken. Page and backend run the same checks, so both say the same. */
export type FileRefusal =
  | 'empty'
  | 'too-large'
  | 'too-many-files'
  | 'total-too-large'
  | 'duplicate'
  | 'name-hidden-characters'
  | 'name-double-extension'
  | 'name-reserved'
  | 'name-too-long'
  | 'kind-not-accepted'
  | 'kind-mismatch'
  | 'damaged'
  | 'encrypted'
  | 'active-content'
  | 'too-complex'
  | 'trailing-data'
  | 'unreadable';
