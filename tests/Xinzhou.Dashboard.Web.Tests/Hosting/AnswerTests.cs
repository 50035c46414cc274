using System.IO.Compression;
using System.Net;
using Xinzhou.Dashboard.Testing;
using Xinzhou.Dashboard.Web.Hosting;

namespace Xinzhou.Dashboard.Web.Tests.Hosting;

/// <summary>How answers go over the wire, with the whole application: HEAD, packing, entity tags.</summary>
public sealed class AnswerTests(AnswerTests.Serving serving) : IClassFixture<AnswerTests.Serving>
{
    private HttpClient Client => serving.Dashboard.Client;

    [Theory]
    [InlineData("/")]
    [InlineData("/tasks?lang=en")]
    [InlineData("/nonsense")]
    [InlineData("/downloads/figures.xlsx?indicator=gdp")]
    [InlineData("/downloads/register.xlsx")]
    [InlineData("/downloads/register.csv?department=nobody")]
    [InlineData("/api/v1/tasks")]
    [InlineData("/api/v1/nonsense")]
    [InlineData("/api")]
    [InlineData("/api/reference/")]
    [InlineData("/openapi/v1.json")]
    [InlineData("/healthz/live")]
    [InlineData("/healthz/backup")]
    [InlineData("/healthz/ready")]
    public async Task Head_answers_as_get_does_without_the_body(string path)
    {
        foreach (var packing in new[] { "", "br", "gzip" })
        {
            using var get = await AskAsync(path, packing);
            using var head = await AskAsync(path, packing, method: HttpMethod.Head);

            Assert.Equal(get.StatusCode, head.StatusCode);
            Assert.Equal(get.Content.Headers.ContentType, head.Content.Headers.ContentType);
            Assert.Equal(get.Content.Headers.ContentEncoding, head.Content.Headers.ContentEncoding);
            Assert.Equal(get.Headers.ETag, head.Headers.ETag);
            Assert.Equal(get.Headers.Vary, head.Headers.Vary);
            Assert.Empty(await head.Content.ReadAsByteArrayAsync());
        }
    }

    [Theory]
    [InlineData("/", "text/html")]
    [InlineData("/nonsense", "text/html")]
    [InlineData("/api/v1/tasks", "application/json")]
    [InlineData("/api/v1/figures?format=csv&limit=all", "text/csv")]
    [InlineData("/openapi/v1.json", "application/json")]
    public async Task Pages_JSON_and_CSV_are_packed_for_those_who_take_it(string path, string type)
    {
        foreach (var packing in new[] { "br", "gzip" })
        {
            using var plain = await AskAsync(path, "");
            using var packed = await AskAsync(path, packing);

            Assert.Equal(type, packed.Content.Headers.ContentType?.MediaType);
            Assert.Empty(plain.Content.Headers.ContentEncoding);
            Assert.Equal([packing], packed.Content.Headers.ContentEncoding);
            Assert.Contains("Accept-Encoding", packed.Headers.Vary);
            var (plainBytes, packedBytes) = (await plain.Content.ReadAsByteArrayAsync(), await packed.Content.ReadAsByteArrayAsync());
            Assert.InRange(packedBytes.Length, 1, plainBytes.Length * 2 / 3);
            if (type != "text/html") Assert.Equal(plainBytes, await UnpackAsync(packedBytes, packing));
        }
    }

    [Theory]
    [InlineData("/account/sign-in")]
    [InlineData("/account/recovery")]
    public async Task Pages_that_may_show_a_secret_are_not_packed(string path)
    {
        using var answer = await AskAsync(path, "br");

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Empty(answer.Content.Headers.ContentEncoding);
    }

    [Fact]
    public async Task The_answer_to_a_form_or_a_negotiation_is_not_packed()
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/_blazor/negotiate?negotiateVersion=1");
        request.Headers.AcceptEncoding.ParseAdd("br, gzip");

        using var answer = await Client.SendAsync(request);

        Assert.Equal((HttpStatusCode.OK, "application/json"), (answer.StatusCode, answer.Content.Headers.ContentType?.MediaType));
        Assert.Empty(answer.Content.Headers.ContentEncoding);
    }

    [Theory]
    [InlineData("")]
    [InlineData("br")]
    [InlineData("gzip")]
    public async Task Every_packing_has_its_own_tag_and_each_gives_304(string packing)
    {
        using var first = await AskAsync("/api/v1/tasks", packing);
        using var other = await AskAsync("/api/v1/tasks", packing == "br" ? "gzip" : "br");
        var tag = first.Headers.ETag!;
        Assert.False(tag.IsWeak);
        Assert.NotEqual(tag, other.Headers.ETag);
        Assert.Contains("Accept-Encoding", first.Headers.Vary);

        using var again = await AskAsync("/api/v1/tasks", packing, tag.ToString());
        using var changed = await AskAsync("/api/v1/tasks", packing, "\"other\"");

        Assert.Equal(HttpStatusCode.NotModified, again.StatusCode);
        Assert.Equal(tag, again.Headers.ETag);
        Assert.Empty(await again.Content.ReadAsByteArrayAsync());
        Assert.Equal(HttpStatusCode.OK, changed.StatusCode);
    }

    private async Task<HttpResponseMessage> AskAsync(string path, string packing, string? tag = null, HttpMethod? method = null)
    {
        using var request = new HttpRequestMessage(method ?? HttpMethod.Get, path);
        if (packing.Length > 0) request.Headers.AcceptEncoding.ParseAdd(packing);
        if (tag is not null) request.Headers.TryAddWithoutValidation("If-None-Match", tag);
        return await Client.SendAsync(request);
    }

    private static async Task<byte[]> UnpackAsync(byte[] packed, string packing)
    {
        using var source = new MemoryStream(packed);
        await using Stream unpacking = packing == "br"
            ? new BrotliStream(source, CompressionMode.Decompress)
            : new GZipStream(source, CompressionMode.Decompress);
        using var unpacked = new MemoryStream();
        await unpacking.CopyToAsync(unpacked);
        return unpacked.ToArray();
    }

    /// <summary>One application for all of these tests.</summary>
    public sealed class Serving : IAsyncLifetime
    {
        private readonly PostgresDatabase _database = new();

        internal DashboardUnderTest Dashboard { get; private set; } = null!;

        public async Task InitializeAsync()
        {
            await _database.InitializeAsync();
            Dashboard = await DashboardUnderTest.StartAsync(_database, StartArguments.Production, "--Dashboard:PublicRead=true");
        }

        public async Task DisposeAsync()
        {
            await Dashboard.DisposeAsync();
            await _database.DisposeAsync();
        }
    }
}
