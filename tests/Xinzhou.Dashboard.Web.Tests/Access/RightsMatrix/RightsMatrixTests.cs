using System.Net;
using Microsoft.AspNetCore.Components.Endpoints;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.StaticAssets;
using Xinzhou.Dashboard.Domain.Organisation;

namespace Xinzhou.Dashboard.Web.Tests.Access.RightsMatrix;

/// <summary>
/// Every role, and nobody, at every page, form and operation of the API: real requests to the real application. The
/// table is Matrix.txt.
/// </summary>
[Trait("Category", "Security")]
public sealed class RightsMatrixTests(RightsMatrixTests.Open open, RightsMatrixTests.Closed closed)
    : IClassFixture<RightsMatrixTests.Open>, IClassFixture<RightsMatrixTests.Closed>
{
    // Parts of the framework: the circuit (asked below) and files.
    private static readonly string[] Framework = ["/_blazor", "/_framework", "/api/reference", "/{**path:file}"];

    public static TheoryData<Role?> Everybody => [null, .. Enum.GetValues<Role>().Select(r => (Role?)r)];

    [Fact]
    public void Every_route_has_a_line_and_every_line_a_route()
    {
        var routes = open.EndPoints
            .Where(e => e.Metadata.GetMetadata<StaticAssetDescriptor>() is null)
            .SelectMany(KeysOf)
            .Where(key => !Framework.Any(f => key.Contains($" {f}", StringComparison.Ordinal)))
            .Distinct().Order(StringComparer.Ordinal);

        Assert.Equal(string.Join('\n', Entry.All.Select(e => e.Key).Order(StringComparer.Ordinal)), string.Join('\n', routes));
    }

    [Theory, MemberData(nameof(Everybody))]
    public Task Where_reading_is_closed_each_is_answered_as_the_table_says(Role? role) => CheckAsync(closed, role, publicRead: false);

    [Theory, MemberData(nameof(Everybody))]
    public Task Where_reading_is_open_each_is_answered_as_the_table_says(Role? role) => CheckAsync(open, role, publicRead: true);

    [Fact]
    public async Task The_circuit_is_for_those_who_may_read()
    {
        using var stranger = closed.Visit();
        using var answer = await stranger.SendAsync(new(HttpMethod.Post, "/_blazor/negotiate?negotiateVersion=1"));
        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
    }

    private static async Task CheckAsync(AccessHost host, Role? role, bool publicRead)
    {
        using var visitor = role is { } known ? await host.VisitAsAsync(known) : host.Visit();
        var faults = new List<string>();
        foreach (var entry in Entry.All)
        {
            foreach (var method in entry.Asked)
            {
                using var request = new HttpRequestMessage(method, entry.Example);
                if (method == HttpMethod.Post)
                {
                    // Without the token of a page: whoever may is refused for that.
                    request.Content = new FormUrlEncodedContent([]);
                }

                using var answer = await visitor.SendAsync(request);
                var (found, expected) = (AnswerOf(answer), entry.For(role, publicRead, isForm: method == HttpMethod.Post));
                if (found != expected || (int)answer.StatusCode >= 500)
                {
                    faults.Add($"{method} {entry.Example}: {(int)answer.StatusCode}, {found} and not {expected}");
                }
            }
        }

        Assert.Empty(faults);
    }

    private static Answer AnswerOf(HttpResponseMessage answer) => answer.StatusCode switch
    {
        HttpStatusCode.Unauthorized => Answer.SignIn,
        HttpStatusCode.Forbidden => Answer.Forbidden,
        HttpStatusCode.Redirect when answer.Headers.Location!.OriginalString.StartsWith("/account/sign-in", StringComparison.Ordinal) => Answer.SignIn,
        _ => Answer.Allowed,
    };

    private static IEnumerable<string> KeysOf(RouteEndpoint endpoint)
    {
        var pattern = $"/{endpoint.RoutePattern.RawText?.TrimStart('/')}";
        if (endpoint.Metadata.GetMetadata<ComponentTypeMetadata>() is not null)
        {
            return [$"PAGE {pattern}"];
        }

        var methods = endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods.Where(m => m != "HEAD").ToArray() ?? [];
        return methods.Length == 0 ? [$"ANY {pattern}"] : methods.Select(m => $"{m} {pattern}");
    }

    public sealed class Open : AccessHost;

    public sealed class Closed : AccessHost
    {
        protected override IReadOnlyList<string> Settings => ["--Dashboard:PublicRead=false"];
    }
}
