using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using Xinzhou.Dashboard.Domain.Indicators;

namespace Xinzhou.Dashboard.Data.Model.Conventions;

/// <summary>A comparator is kept as its sign.</summary>
public sealed class ComparatorConverter() : ValueConverter<Comparator, string>(comparator => comparator.Sign(), sign => Read(sign))
{
    private static Comparator Read(string sign) => Comparators.TryParse(sign, out var comparator)
        ? comparator
        : throw new FormatException($"'{sign}' is no comparator.");
}
