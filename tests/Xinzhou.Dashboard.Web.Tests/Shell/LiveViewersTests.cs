using System.IO.Pipelines;
using System.Net;
using System.Net.WebSockets;
using System.Security.Claims;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Xinzhou.Dashboard.Data.Snapshot;
using Xinzhou.Dashboard.Domain.Organisation;
using Xinzhou.Dashboard.Testing;
using Xinzhou.Dashboard.Web.Shell.Live;
using Xinzhou.Dashboard.Web.Tests.Access;

namespace Xinzhou.Dashboard.Web.Tests.Shell;

/// <summary>What an open page hears on its stream, and what becomes of streams that it is not good to keep.</summary>
public sealed class LiveViewersTests(AccessHost host) : IClassFixture<AccessHost>
{
    [Fact]
    public async Task A_page_hears_how_things_stand_as_it_was_rendered_and_then_of_every_change()
    {
        using var visitor = host.Visit();
        using var socket = await OpenAsync(visitor);
        var page = await visitor.ReadAsync("/indicators");

        var now = await HearAsync(socket);
        Assert.Matches($"^now [0-9]+ {LiveWords.Version} -$", now);
        Assert.Contains($"data-rendered=\"{now.Split(' ')[1]}\" data-version=\"{LiveWords.Version}\"", page, StringComparison.Ordinal);
        Assert.Equal(now, await visitor.ReadAsync(LiveEndpoint.Path));

        var store = host.Services.GetRequiredService<SnapshotStore>();
        store.Replace(store.Current with { });
        Assert.StartsWith("new ", await HearAsync(socket), StringComparison.Ordinal);
    }

    [Trait("Category", "Security")]
    [Fact]
    public async Task When_a_session_is_over_its_stream_is_closed_and_says_whose_it_was()
    {
        var name = await host.EnterAsync(Role.Viewer);
        using Visitor visitor = host.Visit(), stranger = host.Visit();
        (await visitor.SignInAsync(name, AccessHost.Password)).Dispose();
        using ClientWebSocket socket = await OpenAsync(visitor), other = await OpenAsync(stranger);
        var id = await host.IdOfAsync(name);
        Assert.EndsWith($" {id}", await HearAsync(socket), StringComparison.Ordinal);
        Assert.EndsWith(" -", await HearAsync(other), StringComparison.Ordinal);

        (await visitor.SubmitAsync("/", null, "/account/sign-out")).Dispose();

        // That he was entered may be told only now.
        string word;
        do word = await HearAsync(socket);
        while (word.StartsWith("new ", StringComparison.Ordinal));
        Assert.Equal($"end {id}", word);
        Assert.Equal("", await HearAsync(socket));
        Assert.Equal(WebSocketState.Open, other.State);
    }

    [Trait("Category", "Security")]
    [Fact]
    public async Task Nobody_takes_more_places_than_are_his_and_whoever_leaves_makes_room()
    {
        using Visitor visitor = await host.VisitAsAsync(Role.Leader), other = await host.VisitAsAsync(Role.Reviewer);
        var open = new List<ClientWebSocket>();
        try
        {
            while (open.Count < LiveViewers.MostOfOne) open.Add(await OpenAsync(visitor));

            Assert.Equal(HttpStatusCode.TooManyRequests, await StatusAsync(visitor));
            Assert.Equal(HttpStatusCode.SwitchingProtocols, await StatusAsync(other));
            open[0].Abort();
            await Wait.UntilAsync(async () => await StatusAsync(visitor) == HttpStatusCode.SwitchingProtocols);
        }
        finally
        {
            foreach (var socket in open) socket.Dispose();
        }
    }

    [Trait("Category", "Security")]
    [Fact]
    public async Task Whoever_speaks_on_a_stream_is_sent_away()
    {
        using var visitor = host.Visit();
        using var socket = await OpenAsync(visitor);
        await HearAsync(socket);

        await socket.SendAsync(new byte[100_000], WebSocketMessageType.Binary, endOfMessage: false, CancellationToken.None);

        Assert.Equal("", await HearAsync(socket));
        Assert.Equal(WebSocketCloseStatus.PolicyViolation, socket.CloseStatus);
    }

    [Trait("Category", "Security")]
    [Fact]
    public async Task For_a_page_that_takes_nothing_nothing_queues_up_and_it_is_let_go_of()
    {
        var clock = new StandingClock();
        // A connection whose other end does not read: what is written waits.
        Pipe sent = new(new(pauseWriterThreshold: 1, resumeWriterThreshold: 1)), received = new();
        using var socket = WebSocket.CreateFromStream(new TwoWay(received.Reader.AsStream(), sent.Writer.AsStream()), new() { IsServer = true });
        var viewer = new LiveViewer(socket, new ClaimsPrincipal(), clock);
        _ = viewer.GreetAsync("now 1");

        for (var i = 0; i < 1_000; i++) viewer.Tell(Encoding.ASCII.GetBytes($"new {i}"));
        viewer.LeaveIfSlow(TimeSpan.FromSeconds(20));
        Assert.Equal(WebSocketState.Open, socket.State);

        clock.Pass(TimeSpan.FromSeconds(21));
        viewer.LeaveIfSlow(TimeSpan.FromSeconds(20));
        Assert.Equal(WebSocketState.Aborted, socket.State);
        await sent.Writer.CompleteAsync();
        Assert.True(sent.Reader.TryRead(out var all));
        Assert.Equal("now 1"u8.Length + 2, all.Buffer.Length);
    }

    [Trait("Category", "Security")]
    [Fact]
    public async Task When_the_application_stops_streams_are_closed_in_order()
    {
        var other = new AccessHost();
        await other.InitializeAsync();
        using var visitor = other.Visit();
        using var socket = await OpenAsync(visitor, other);
        await HearAsync(socket);

        var closed = HearAsync(socket);
        await other.DisposeAsync();

        Assert.Equal("", await closed);
        Assert.Equal(WebSocketCloseStatus.NormalClosure, socket.CloseStatus);
    }

    private async Task<HttpStatusCode> StatusAsync(Visitor visitor)
    {
        using var socket = New(visitor);
        try
        {
            using var timeout = Wait.Limited();
            await socket.ConnectAsync(Of(host), timeout.Token);
        }
        catch (WebSocketException)
        {
            // The status says why.
        }

        return socket.HttpStatusCode;
    }

    private async Task<ClientWebSocket> OpenAsync(Visitor visitor, AccessHost? at = null)
    {
        var socket = New(visitor);
        using var timeout = Wait.Limited();
        await socket.ConnectAsync(Of(at ?? host), timeout.Token);
        return socket;
    }

    private static ClientWebSocket New(Visitor visitor) => new() { Options = { Cookies = visitor.Cookies, CollectHttpResponseDetails = true } };

    private static Uri Of(AccessHost host) => new UriBuilder(host.Address) { Scheme = "ws", Path = LiveEndpoint.Path }.Uri;

    /// <summary>The next word that says something; empty when the stream was closed.</summary>
    private static async Task<string> HearAsync(ClientWebSocket socket)
    {
        var buffer = new byte[256];
        using var timeout = Wait.Limited();
        while (true)
        {
            var received = await socket.ReceiveAsync(buffer.AsMemory(), timeout.Token);
            if (received.MessageType == WebSocketMessageType.Close)
            {
                try
                {
                    await socket.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, null, timeout.Token);
                }
                catch (WebSocketException)
                {
                    // Who has said that he closes need not wait for the answer.
                }

                return "";
            }

            if (received.Count > 0) return Encoding.ASCII.GetString(buffer, 0, received.Count);
        }
    }

    /// <summary>What is read and what is written, as one stream.</summary>
    private sealed class TwoWay(Stream input, Stream output) : Stream
    {
        public override bool CanRead => true;

        public override bool CanWrite => true;

        public override bool CanSeek => false;

        public override long Length => throw new NotSupportedException();

        public override long Position
        {
            get => throw new NotSupportedException();
            set => throw new NotSupportedException();
        }

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) => input.ReadAsync(buffer, cancellationToken);

        public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default) => output.WriteAsync(buffer, cancellationToken);

        public override int Read(byte[] buffer, int offset, int count) => input.Read(buffer, offset, count);

        public override void Write(byte[] buffer, int offset, int count) => output.Write(buffer, offset, count);

        public override void Flush()
        {
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();
    }
}
