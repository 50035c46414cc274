using System.Text.Json;
using Xinzhou.Dashboard.Domain.Organisation;
using Xinzhou.Dashboard.Testing;
using Xunit.Abstractions;

namespace Xinzhou.Dashboard.Web.Tests.Hosting.Fuzzing;

/// <summary>
/// Whatever comes in gets an answer of the kind 4xx, or one that is served: every page, form and operation is asked with what nobody
/// means well, as nobody and as each role that may. A lot of it is drawn, always the same one; <c>XZD_FUZZ</c> says how large it is.
/// </summary>
[Trait("Category", "Security")]
public sealed class FuzzTests(FuzzHost host, ITestOutputHelper output) : IClassFixture<FuzzHost>
{
    [Fact]
    public async Task Every_page_and_address_answers_hostile_parameters() =>
        await new Fuzzer(host, output).SendAsync("addresses", await HostileAddresses.OfAsync(host, await DescriptionAsync()));

    [Fact]
    public async Task Every_form_answers_hostile_fields() =>
        await new Fuzzer(host, output).SendAsync("forms", await HostileForms.OfAsync(host));

    [Fact]
    public async Task Every_body_that_is_read_answers_hostile_ones() =>
        await new Fuzzer(host, output).SendAsync("bodies", await HostileBodies.OfAsync(host, await DescriptionAsync()));

    [Fact]
    public async Task The_forms_of_those_who_are_not_signed_in_answer_hostile_fields()
    {
        using var stranger = host.Visit();
        var faults = new List<string>();
        foreach (var (page, handler, action, name) in new (string Page, string? Handler, string Action, string Name)[]
        {
            ("/account/sign-in", "sign-in", "/account/sign-in", "Form.UserName"),
            ("/account/sign-in", "sign-in", "/account/sign-in?returnUrl=%00", "Form.Password"),
            ("/account/second-factor", "second-factor", "/account/second-factor", "Form.Code"),
            ("/account/recovery", "recovery", "/account/recovery", "Form.Code"),
            ("/account/sign-in", null, "/account/persona", "name"),
            ("/account/sign-in", null, "/account/sign-out", "returnUrl"),
            ("/account/sign-in", null, "/account/passkey/request", "x"),
            ("/account/sign-in", null, "/account/passkey/sign-in", "credential"),
            ("/account/sign-in", null, "/account/passkey/sign-in", "returnUrl"),
        })
        {
            string[] values = ["", "\0", "a\0b", new('长', 257), "\u202e\u0001", "{", "{}", "null", "[]", "{\"id\":\"\",\"response\":null}", "{\"response\":{\"clientDataJSON\":\"x\"}}", "'", "//evil.example"];
            foreach (var value in values)
            {
                using var answer = await stranger.SubmitAsync(page, handler, action, (name, value));
                if ((int)answer.StatusCode >= 500) faults.Add($"{(int)answer.StatusCode}: {action} {name} {JsonSerializer.Serialize(value)}");
            }

            using var without = await stranger.SubmitAsync(page, handler, action);
            if ((int)without.StatusCode >= 500) faults.Add($"{(int)without.StatusCode}: {action} without {name}");
        }

        Assert.Empty(faults);
    }

    [Theory]
    [InlineData("application/json; charset=nope", 10, 400)]
    [InlineData("application/json; charset=utf-16", 10, 400)]
    [InlineData("application/json", 9_000_000, 413)]
    [InlineData("application/json", 40_000_000, 413)]
    public async Task Cells_that_cannot_be_read_or_are_too_many_are_told_so(string contentType, int length, int status)
    {
        var address = await host.RealAsync("/returns/999999/cells");
        using var client = new HttpClient(new SocketsHttpHandler { Expect100ContinueTimeout = Wait.Limit, CookieContainer = host.As(Role.Reporter).Cookies });
        using var request = new HostileRequest(Role.Reporter, HttpMethod.Post, address)
        {
            Body = $"{{\"cells\":[],\"x\":\"{new string('x', length)}\"}}",
            ContentType = contentType,
            Token = await HostileBodies.TokenOfAsync(host, Role.Reporter, address),
            IsBrowser = false,
        }.To(host.Address);
        using var answer = await client.SendAsync(request);

        Assert.Equal(status, (int)answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
    }

    [Theory]
    [InlineData(Role.Auditor, "/audit?before=x")]
    [InlineData(Role.Auditor, "/audit?before=99999999999999999999")]
    [InlineData(Role.Auditor, "/audit?from=0001-01-01&to=0001-01-01")]
    [InlineData(Role.Auditor, "/audit/events.csv?from=0001-01-01&to=9999-12-30")]
    [InlineData(Role.Viewer, "/messages?before=x")]
    [InlineData(Role.Reviewer, "/review?page=x&released=x&refused=x")]
    [InlineData(Role.Reviewer, "/review?page=2147483648")]
    [InlineData(Role.Reporter, "/returns?page=-1")]
    [InlineData(Role.Viewer, "/changes?asOf=0001-01-01&from=0001-01-01")]
    [InlineData(Role.Viewer, "/tasks/1?asOf=0001-01-01")]
    [InlineData(Role.Viewer, "/search?q=%E5%BF%BB%E5%B7%9E19%D9%A1%D9%A2")]
    public async Task What_is_none_of_the_values_asks_for_nothing(Role role, string address)
    {
        using var answer = await host.As(role).GetAsync(address);

        Assert.InRange((int)answer.StatusCode, 200, 299);
    }

    private async Task<JsonElement> DescriptionAsync()
    {
        using var stranger = host.Visit();
        using var document = JsonDocument.Parse(await stranger.ReadAsync("/openapi/v1.json"));
        return document.RootElement.Clone();
    }
}
