using System.Runtime.CompilerServices;

namespace Xinzhou.Dashboard.Web.Shell;

/// <summary>
/// A path written as an interpolated text: whatever is put into it is one segment of it, a slash and a hash in it too.
/// <c>$"/indicators/{code}"</c> leads to 单位GDP能耗/万元 as it does to gdp. What it begins with is a path already:
/// <c>$"{NoticeFilter.Path}/{number}"</c>.
/// </summary>
[InterpolatedStringHandler]
public ref struct PathText
{
    private DefaultInterpolatedStringHandler _path;
    private bool _hasBegun;

    /// <summary>Called by the compiler.</summary>
    public PathText(int literalLength, int formattedCount) => _path = new(literalLength, formattedCount, CultureInfo.InvariantCulture);

    /// <summary>What stands in the path as it is.</summary>
    public void AppendLiteral(string value)
    {
        _path.AppendLiteral(value);
        _hasBegun = true;
    }

    /// <summary>What is put into it.</summary>
    public void AppendFormatted<T>(T value)
    {
        var text = value switch
        {
            IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
            _ => value?.ToString() ?? "",
        };
        AppendLiteral(_hasBegun ? Uri.EscapeDataString(text) : text);
    }

    /// <summary>The path.</summary>
    public string ToStringAndClear() => _path.ToStringAndClear();
}
