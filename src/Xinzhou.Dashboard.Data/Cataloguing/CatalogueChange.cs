namespace Xinzhou.Dashboard.Data.Cataloguing;

/// <summary>One change of an entry of the catalogue, as the audit log tells it.</summary>
/// <param name="At">When.</param>
/// <param name="By">The name of who made it; what he signs in with, if he is not known by another.</param>
/// <param name="Reason">Why; empty if no reason is told.</param>
/// <param name="Before">What held before; null if there was nothing, or nothing that this version understands.</param>
/// <param name="After">What holds since; null if this version does not understand it.</param>
public sealed record CatalogueChange<T>(DateTimeOffset At, string By, string Reason, T? Before, T? After)
    where T : class;
