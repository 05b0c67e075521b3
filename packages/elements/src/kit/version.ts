/** The version of this build, told in warnings and events of two builds on one page. */
export const version = '0.1.0';
