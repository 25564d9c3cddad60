/** The line that the licence of the figures asks for; every exported figure carries it. */
export const ATTRIBUTION = 'Figure: Gatescope, CC BY 4.0 (https://creativecommons.org/licenses/by/4.0/)';
