using System.Diagnostics;
using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.DependencyInjection;
using SupervisorBot.ConnectorSimulator.Chats;

namespace SupervisorBot.ConnectorSimulator.Recording;

/// <summary>
/// A Bot Connector on this machine: records every call in order, keeps the threads as their members see them, answers as Teams does, and
/// fails on request. It knows the wire only.
/// </summary>
public sealed class RecordingConnector : IAsyncDisposable
{
    private const string Base = "/_connector";

    private readonly WebApplication _app;
    private readonly Lock _gate = new();
    private readonly List<ConnectorCall> _calls = [];
    private readonly List<Func<bool>> _waiters = [];
    private readonly List<Plan> _plans = [];
    private readonly Threads _threads = new();
    private readonly ConnectorDuties _duties;

    private readonly TimeProvider _time;

    private RecordingConnector(TimeProvider time)
    {
        _time = time;
        _duties = new ConnectorDuties(_threads, time);

        // Empty: nothing of the surroundings (settings files, environment) may change what this server listens on.
        WebApplicationBuilder builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(static kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        // Whoever still waits for an answer that never comes does not hold up the end.
        builder.WebHost.UseShutdownTimeout(TimeSpan.Zero);
        _app = builder.Build();
        _app.Run(HandleAsync);
    }

    /// <summary>The base address to put into activities: loopback, a free port, and a path, without a trailing slash.</summary>
    public Uri ServiceUrl { get; private set; } = null!;

    /// <summary>Raised after each call took effect and before it is answered; for a console that shows the chat as it goes.</summary>
    public event EventHandler<ConnectorCall>? Called;

    /// <summary>Every call so far, in the order of arrival.</summary>
    public IReadOnlyList<ConnectorCall> Calls
    {
        get
        {
            lock (_gate)
            {
                return [.. _calls];
            }
        }
    }

    /// <summary>The ids of all threads that hold a message.</summary>
    public IReadOnlyList<string> ThreadIds
    {
        get
        {
            lock (_gate)
            {
                return _threads.Ids;
            }
        }
    }

    /// <summary>Starts a connector on a free port of loopback.</summary>
    /// <param name="ct">Gives up.</param>
    public static Task<RecordingConnector> StartAsync(CancellationToken ct = default) => StartAsync(TimeProvider.System, ct);

    /// <summary>Starts a connector on a free port of loopback.</summary>
    /// <param name="time">The clock by which targeted messages grow old.</param>
    /// <param name="ct">Gives up.</param>
    public static async Task<RecordingConnector> StartAsync(TimeProvider time, CancellationToken ct = default)
    {
        RecordingConnector connector = new(time);
        await connector._app.StartAsync(ct);
        string address = connector._app.Services.GetRequiredService<IServer>().Features.GetRequiredFeature<IServerAddressesFeature>().Addresses.First();
        connector.ServiceUrl = new Uri(address + Base);
        return connector;
    }

    /// <summary>The messages of a thread as its members see them now.</summary>
    /// <param name="conversationId">The thread, for a channel with its <c>;messageid=</c>.</param>
    /// <param name="userId">The channel id of one of them, to see what is targeted at them as well; null for what everybody sees.</param>
    public IReadOnlyList<ThreadMessage> Thread(string conversationId, string? userId = null)
    {
        lock (_gate)
        {
            return [.. _threads.Of(conversationId).Where(m => m.IsSeenBy(userId))];
        }
    }

    /// <summary>A thread as a person would read it.</summary>
    /// <param name="conversationId">The thread.</param>
    /// <param name="userId">The channel id of that person; null for what everybody sees.</param>
    public string Print(string conversationId, string? userId = null) => ThreadPrinter.Print(Thread(conversationId, userId));

    /// <summary>Waits for a call; one that came already counts.</summary>
    /// <param name="predicate">Which.</param>
    /// <param name="timeout">How long; 15 s by default.</param>
    /// <param name="from">The number of the first call that counts, so that the same one is not found again.</param>
    /// <exception cref="TimeoutException">None came; the message lists what came instead.</exception>
    public async Task<ConnectorCall> WaitForAsync(Func<ConnectorCall, bool> predicate, TimeSpan? timeout = null, int from = 0)
    {
        int next = from;
        ConnectorCall? found = null;
        await WaitAsync(
            () =>
            {
                for (; found is null && next < _calls.Count; next++)
                {
                    found = predicate(_calls[next]) ? _calls[next] : null;
                }

                return found is not null;
            },
            timeout,
            () => "No such call. The calls:\n" + string.Join('\n', Calls.Skip(from).Select(static c => c.Line)));
        return found!;
    }

    /// <summary>Waits until a thread holds a message in a given state, edits and painted cards included.</summary>
    /// <param name="conversationId">The thread.</param>
    /// <param name="predicate">Which message.</param>
    /// <param name="timeout">How long; 15 s by default.</param>
    /// <param name="userId">The channel id of the person who waits; null to see what everybody sees.</param>
    /// <exception cref="TimeoutException">There is none; the message shows the thread.</exception>
    public async Task<ThreadMessage> WaitForMessageAsync(
        string conversationId, Func<ThreadMessage, bool> predicate, TimeSpan? timeout = null, string? userId = null)
    {
        ThreadMessage? found = null;
        await WaitAsync(
            () => (found = _threads.Of(conversationId).LastOrDefault(m => m.IsSeenBy(userId) && predicate(m))) is not null,
            timeout,
            () => "No such message. The thread:\n" + Print(conversationId, userId));
        return found!;
    }

    /// <summary>The calls for one conversation, in the order of arrival.</summary>
    /// <param name="conversationId">The conversation, for a channel's thread with its <c>;messageid=</c>.</param>
    public IReadOnlyList<ConnectorCall> CallsOf(string conversationId)
    {
        lock (_gate)
        {
            return [.. _calls.Where(c => c.ConversationId == conversationId)];
        }
    }

    /// <summary>How densely each thread was sent to: posts, edits and deletions, whatever was answered.</summary>
    /// <param name="slack">As in <see cref="CallRates.Of"/>.</param>
    public IReadOnlyDictionary<string, CallRates> RatesOfThreads(TimeSpan slack = default) => Calls
        .Where(static c => c.IsSend && c.ConversationId is not null)
        .GroupBy(static c => c.ConversationId!, StringComparer.Ordinal)
        .ToDictionary(static thread => thread.Key, thread => CallRates.Of(thread, slack), StringComparer.Ordinal);

    /// <summary>How densely the connector was called at all; it serves one tenant.</summary>
    /// <param name="slack">As in <see cref="CallRates.Of"/>.</param>
    public CallRates RatesOfTenant(TimeSpan slack = default) => CallRates.Of(Calls, slack);

    /// <summary>Makes the next calls that match fail. Plans are tried in the order in which they were made.</summary>
    /// <param name="fault">What to do instead.</param>
    /// <param name="when">Which calls; every call when null.</param>
    /// <param name="times">How many of them; <see cref="int.MaxValue"/> for all.</param>
    /// <param name="skip">How many that match go unharmed first: 2 for the third.</param>
    public void Plot(ConnectorFault fault, Func<ConnectorCall, bool>? when = null, int times = 1, int skip = 0)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(times, 1);
        ArgumentOutOfRangeException.ThrowIfNegative(skip);
        lock (_gate)
        {
            _plans.Add(new Plan(fault, when ?? (static _ => true), times, skip));
        }
    }

    /// <summary>Makes the n-th post or edit from now on in one conversation fail.</summary>
    /// <param name="conversationId">The conversation.</param>
    /// <param name="nth">Which, from 1.</param>
    /// <param name="fault">What to do instead.</param>
    /// <param name="times">How many from there on.</param>
    public void PlotSend(string conversationId, int nth, ConnectorFault fault, int times = 1) =>
        Plot(fault, c => c.IsSend && c.ConversationId == conversationId, times, nth - 1);

    /// <summary>Forgets every plan to fail.</summary>
    public void Forgive()
    {
        lock (_gate)
        {
            _plans.Clear();
        }
    }

    /// <summary>Puts a person into a conversation, so that lists of members hold them. A channel's thread shares its channel's members.</summary>
    /// <param name="conversationId">The conversation.</param>
    /// <param name="user">The person.</param>
    public void Join(string conversationId, ChatUser user)
    {
        lock (_gate)
        {
            List<ChatUser> members = _duties.MembersOf(conversationId);
            if (!members.Contains(user))
            {
                members.Add(user);
            }
        }
    }

    /// <summary>The id of the personal chat between the bot and a person, the same that creating the conversation answers.</summary>
    /// <param name="userId">The person's channel id.</param>
    public string PersonalChatOf(string userId)
    {
        lock (_gate)
        {
            return _duties.PersonalChatOf(userId);
        }
    }

    /// <summary>Forgets all calls and threads. Members and plans stay.</summary>
    public void Clear()
    {
        lock (_gate)
        {
            _calls.Clear();
            _threads.Clear();
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync() => await _app.DisposeAsync();

    /// <summary>Shows a person's message in a thread.</summary>
    internal void Show(string conversationId, string id, string fromName, bool isFromBot, JsonObject activity, string? only = null) =>
        Change(() => _threads.Add(new ThreadMessage(conversationId, id, fromName, isFromBot, activity, 0, IsDeleted: false, PaintedCard: null)
        {
            To = only,
            PostedAt = _time.GetUtcNow(),
        }));

    /// <summary>Paints the card of an answer over a message, as a client does, even over an edit that came before the answer.</summary>
    internal void Paint(string conversationId, string messageId, JsonObject card) =>
        Change(() => _threads.Change(conversationId, messageId, m => m with { PaintedCard = card }));

    internal string NextId()
    {
        lock (_gate)
        {
            return _threads.NextId();
        }
    }

    private void Change(Action change)
    {
        lock (_gate)
        {
            change();
            _waiters.RemoveAll(static waiter => waiter());
        }
    }

    private async Task WaitAsync(Func<bool> test, TimeSpan? timeout, Func<string> otherwise)
    {
        TaskCompletionSource done = new(TaskCreationOptions.RunContinuationsAsynchronously);
        Func<bool> waiter = () =>
        {
            try
            {
                return test() && done.TrySetResult();
            }
#pragma warning disable CA1031 // The predicate is the caller's: it is told of the failure, not the call that happened to run it.
            catch (Exception e)
            {
                return done.TrySetException(e);
            }
#pragma warning restore CA1031
        };
        lock (_gate)
        {
            if (!waiter())
            {
                _waiters.Add(waiter);
            }
        }

        try
        {
            await done.Task.WaitAsync(timeout ?? TimeSpan.FromSeconds(15));
        }
        catch (TimeoutException)
        {
            lock (_gate)
            {
                _waiters.Remove(waiter);
            }

            throw new TimeoutException(otherwise());
        }
    }

    private async Task HandleAsync(HttpContext context)
    {
        (ConnectorCall call, ConnectorFault? fault) = Record(context, await ReadAsync(context.Request));
        (int status, JsonNode? body) = Act(call, fault);
        Called?.Invoke(this, call);
        try
        {
            await AnswerAsync(context, call, fault, status, body);
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            // The sender gave up: nobody is left to answer.
        }
    }

    private (int Status, JsonNode? Body) Act(ConnectorCall call, ConnectorFault? fault)
    {
        (int status, JsonNode? body) = (0, (JsonNode?)null);
        Change(() =>
        {
            if (fault is not { DoesDuty: false })
            {
                (status, body) = _duties.Do(call);
                call.DidDuty = status < 400;
            }

            if (fault is { Status: > 0 })
            {
                (status, body) = (fault.Status, ConnectorDuties.Error(fault.Code));
            }

            call.Status = fault is null or { Answer: AnswerFate.Sent } ? status : 0;
        });
        return (status, body);
    }

    private static async Task AnswerAsync(HttpContext context, ConnectorCall call, ConnectorFault? fault, int status, JsonNode? body)
    {
        if (fault is { Delay.Ticks: > 0 })
        {
            await Task.Delay(fault.Delay, context.RequestAborted);
        }

        if (fault is { Answer: AnswerFate.Withheld })
        {
            await Task.Delay(Timeout.InfiniteTimeSpan, context.RequestAborted);
        }

        if (fault is { Answer: AnswerFate.Dropped })
        {
            context.Abort();
            return;
        }

        call.AnsweredTimestamp = Stopwatch.GetTimestamp();
        if (fault?.RetryAfter is { } retryAfter)
        {
            context.Response.Headers.RetryAfter = retryAfter;
        }

        context.Response.StatusCode = status;
        await WriteAsync(context, body, isCut: fault is { Answer: AnswerFate.Cut });
    }

    private static async Task WriteAsync(HttpContext context, JsonNode? body, bool isCut)
    {
        // An answer without a body is cut in one that it does not have.
        byte[] json = body is null ? isCut ? "{}"u8.ToArray() : [] : JsonSerializer.SerializeToUtf8Bytes(body);
        if (json.Length == 0)
        {
            return;
        }

        context.Response.ContentType = "application/json; charset=utf-8";
        context.Response.ContentLength = json.Length;
        await context.Response.Body.WriteAsync(isCut ? json.AsMemory(0, json.Length / 2) : json, context.RequestAborted);
        if (isCut)
        {
            await context.Response.Body.FlushAsync(context.RequestAborted);
            context.Abort();
        }
    }

    private (ConnectorCall Call, ConnectorFault? Fault) Record(HttpContext context, JsonNode? body)
    {
        // The raw target: a decoded path could not tell an encoded slash from a real one, nor show an id encoded twice.
        string target = context.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget;
        (ConnectorOperation operation, string? conversation, string? activity) = ConnectorRoutes.Read(context.Request.Method, target, Base);
        var headers = context.Request.Headers.ToDictionary(static h => h.Key, static h => h.Value.ToString(), StringComparer.OrdinalIgnoreCase);
        lock (_gate)
        {
            ConnectorCall call = new(
                _calls.Count,
                operation,
                context.Request.Method,
                target,
                conversation,
                activity,
                body,
                headers,
                DateTimeOffset.UtcNow,
                Stopwatch.GetTimestamp());
            _calls.Add(call);
            Plan? plan = _plans.Find(p => p.Strikes(call));
            if (plan is { IsUsedUp: true })
            {
                _plans.Remove(plan);
            }

            return (call, plan?.Fault);
        }
    }

    private static async Task<JsonNode?> ReadAsync(HttpRequest request)
    {
        using MemoryStream body = new();
        await request.Body.CopyToAsync(body, request.HttpContext.RequestAborted);
        try
        {
            return body.Length == 0 ? null : JsonNode.Parse(body.GetBuffer().AsSpan(0, (int)body.Length));
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private sealed class Plan(ConnectorFault fault, Func<ConnectorCall, bool> when, int times, int skip)
    {
        private int _left = times;
        private int _skip = skip;

        public ConnectorFault Fault { get; } = fault;

        public bool IsUsedUp => _left == 0;

        /// <summary>True if a call is struck; a plan that lets it go counts it.</summary>
        public bool Strikes(ConnectorCall call)
        {
            if (!when(call))
            {
                return false;
            }

            if (_skip > 0)
            {
                _skip--;
                return false;
            }

            _left -= _left == int.MaxValue ? 0 : 1;
            return true;
        }
    }
}
