using Xinzhou.Dashboard.Domain.Organisation;
using Xinzhou.Dashboard.Web.Tests.Access;

namespace Xinzhou.Dashboard.Web.Tests.Hosting.Fuzzing;

/// <summary>The whole application with the demonstration data, so that every page has its forms, and somebody of every role.</summary>
public sealed class FuzzHost : AccessHost
{
    private readonly Dictionary<Role, Visitor> _visitors = [];

    protected override IReadOnlyList<string> Settings => ["--Dashboard:Demo=true", "--Dashboard:LimitPercent=1000000"];

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        foreach (var role in Enum.GetValues<Role>()) _visitors[role] = await VisitAsAsync(role);
    }

    public override async Task DisposeAsync()
    {
        foreach (var visitor in _visitors.Values) visitor.Dispose();
        await base.DisposeAsync();
    }

    /// <summary>Somebody who is signed in.</summary>
    internal Visitor As(Role role) => _visitors[role];

    /// <summary>An example of the matrix with numbers of what is there: there it asks for what is not.</summary>
    public async Task<string> RealAsync(string example)
    {
        ArgumentNullException.ThrowIfNull(example);
        foreach (var (prefix, named, query) in new[]
        {
            ("/returns/", "/returns/999999", "SELECT id FROM returns WHERE department_code = (SELECT department_code FROM users WHERE user_name = 'reporter') ORDER BY released_at IS NULL DESC, id DESC LIMIT 1"),
            ("/review/", "/review/1", "SELECT id FROM returns ORDER BY state = 'submitted' DESC, id LIMIT 1"),
            ("/reviews/", "/reviews/999999", "SELECT id FROM reviews ORDER BY id DESC LIMIT 1"),
            ("/messages/", "/messages/1", "SELECT id FROM messages ORDER BY id DESC LIMIT 1"),
            ("/plan/targets/", "/plan/targets/f0000000001", "SELECT 'f' || lpad(id::text, 10, '0') FROM figures WHERE kind = 'target' ORDER BY id DESC LIMIT 1"),
        })
        {
            if (!example.StartsWith(named, StringComparison.Ordinal)) continue;
            await using var command = Database.Owner.CreateCommand(query);
            if (await command.ExecuteScalarAsync() is { } number) return prefix + number + example[named.Length..];
        }

        return example;
    }
}
