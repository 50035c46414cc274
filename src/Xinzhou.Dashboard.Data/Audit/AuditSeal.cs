using System.Globalization;

namespace Xinzhou.Dashboard.Data.Audit;

/// <summary>A seal over the audit log up to an event, as it is noted elsewhere.</summary>
/// <param name="Last">The number of the last event that it is over.</param>
/// <param name="Hash">SM3, in hexadecimal digits.</param>
public sealed record AuditSeal(long Last, string Hash)
{
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Last}:{Hash}");
}
