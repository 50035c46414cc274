using System.Text.RegularExpressions;
using Xinzhou.Dashboard.Domain;
using Xinzhou.Dashboard.Domain.Organisation;

namespace Xinzhou.Dashboard.Web.Tests.Access.RightsMatrix;

/// <summary>One line of Matrix.txt.</summary>
/// <param name="Method">PAGE, GET, POST, …, ANY.</param>
/// <param name="Pattern">The route.</param>
/// <param name="Group">Who may: open, reading, or the code of a right, or of several of which any will do.</param>
/// <param name="IsOfUnit">Whether somebody who sees one unit only is answered 403 for what is not its own, be it there or not.</param>
/// <param name="Example">An address of the route.</param>
public sealed partial record Entry(string Method, string Pattern, string Group, bool IsOfUnit, string Example)
{
    public string Key => $"{Method} {Pattern}";

    /// <summary>The methods that are asked.</summary>
    public IEnumerable<HttpMethod> Asked => Method switch
    {
        "PAGE" => [HttpMethod.Get, HttpMethod.Post],
        "ANY" => [HttpMethod.Get],
        _ => [new(Method)],
    };

    /// <summary>All lines.</summary>
    public static IReadOnlyList<Entry> All { get; } =
    [
        .. File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Access/RightsMatrix/Matrix.txt"))
            .Where(l => !string.IsNullOrWhiteSpace(l) && l[0] != '#')
            .Select(Read),
    ];

    /// <summary>What somebody is to be answered.</summary>
    /// <param name="role">His role; null for somebody who has not signed in.</param>
    /// <param name="publicRead">Whether reading is open to all.</param>
    /// <param name="isForm">Whether a form is sent, whose token is looked at before anything else.</param>
    public Answer For(Role? role, bool publicRead, bool isForm = false) => Group switch
    {
        "open" => Answer.Allowed,
        "reading" => role is not null || publicRead ? Answer.Allowed : Answer.SignIn,
        _ when role is null => Answer.SignIn,
        _ when IsOfUnit && role == Role.Reporter && !isForm => Answer.Forbidden,
        _ => Group.Split('|').Any(r => role!.Value.Has(Code.Parse<Right>(r))) ? Answer.Allowed : Answer.Forbidden,
    };

    private static Entry Read(string line)
    {
        var match = Line().Match(line);
        Assert.True(match.Success, $"Matrix.txt: {line}");
        var (pattern, example) = (match.Groups[2].Value, match.Groups[5].Value);
        return new(match.Groups[1].Value, pattern, match.Groups[3].Value, match.Groups[4].Success, example.Length > 0 ? example : pattern);
    }

    [GeneratedRegex(@"^([A-Z]+) (/\S*)\s+= ([a-z_|]+)(@unit)?(?: (/\S+))?$")]
    private static partial Regex Line();
}
