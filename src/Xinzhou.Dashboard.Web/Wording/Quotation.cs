
namespace Xinzhou.Dashboard.Web.Wording;

/// <summary>Quoted words inside quotation marks.</summary>
public static class Quotation
{
    /// <summary>The words as they stand within “ ”: their own double quotation marks become single ones (GB/T 15834).</summary>
    public static string Nested(string quote)
    {
        ArgumentNullException.ThrowIfNull(quote);
        return quote.Replace('“', '‘').Replace('”', '’');
    }
}
