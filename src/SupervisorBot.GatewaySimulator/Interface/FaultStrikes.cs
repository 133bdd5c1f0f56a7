using System.Text;
using Microsoft.AspNetCore.Http;

namespace SupervisorBot.GatewaySimulator;

/// <summary>The faults of the connection: what becomes of a request or of its answer.</summary>
internal sealed class FaultStrikes(FaultBox faults, Floor floor)
{
    private static readonly byte[] ErrorPage = "<html><body>Gateway error</body></html>"u8.ToArray();
    private static readonly byte[] SignInPage = "<!DOCTYPE html><html><head><title>Sign in</title></head><body><form method=\"post\"></form></body></html>"u8.ToArray();
    private static readonly byte[] BrokenJson = "{\"message\":\"\",\"retcode\":"u8.ToArray();

    private static readonly Lazy<Encoding> Gbk = new(() =>
        CodePagesEncodingProvider.Instance.GetEncoding("gbk") ?? throw new PlatformNotSupportedException("GBK is not available."));

    /// <summary>Waits as long as a fault wants. The gateway goes on with its work even if its client has gone meanwhile.</summary>
    public async Task WaitAsync(HttpContext context, OperationCall call, bool afterActing)
    {
        if (faults.Take(FaultKind.Delay, call, afterActing) is { } delay)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(delay.DelayMilliseconds), floor.Time, floor.Closing);
        }

        if (faults.Take(FaultKind.NeverAnswer, call, afterActing) is not null)
        {
            await Task.Delay(Timeout.InfiniteTimeSpan, context.RequestAborted);
        }
    }

    /// <summary>What is sent in the place of the answer, if anything.</summary>
    public RawAnswer? Instead(OperationCall call, bool afterActing)
    {
        if (faults.Take(FaultKind.Drop, call, afterActing) is not null)
        {
            return RawAnswer.Dropped;
        }

        if (faults.Take(FaultKind.Status, call, afterActing) is { } status)
        {
            return new RawAnswer(status.Status, "text/html", ErrorPage);
        }

        if (faults.Take(FaultKind.Html, call, afterActing) is not null)
        {
            return new RawAnswer(StatusCodes.Status200OK, "text/html; charset=utf-8", SignInPage);
        }

        if (faults.Take(FaultKind.WrongJson, call, afterActing) is not null)
        {
            return new RawAnswer(StatusCodes.Status200OK, RawAnswer.Json, BrokenJson);
        }

        return !afterActing && faults.Take(FaultKind.CutHalfway, call) is not null ? Encode(call, Answer.Done()) with { IsCut = true } : null;
    }

    /// <summary>The answer with a chosen result code; instead of acting, or in the place of the true answer.</summary>
    public Answer? Substitute(OperationCall call, bool afterActing) =>
        faults.Take(FaultKind.RetCode, call, afterActing) is { } fault ? Answer.Refused(fault.RetCode) : null;

    /// <summary>The answer's bytes, in GBK or cut half-way where a fault wants that.</summary>
    public RawAnswer Encode(OperationCall? call, Answer answer)
    {
        var body = answer.ToJson(call is not null && answer.Event is not null && faults.Take(FaultKind.TrailingNuls, call) is not null);
        if (call is null)
        {
            return new RawAnswer(answer.Status, RawAnswer.Json, body);
        }

        var raw = faults.Take(FaultKind.Gbk, call) is not null
            ? new RawAnswer(answer.Status, "application/json;charset=GBK", Encoding.Convert(Encoding.UTF8, Gbk.Value, body))
            : new RawAnswer(answer.Status, RawAnswer.Json, body);
        return raw with { IsCut = faults.Take(FaultKind.CutHalfway, call, afterActing: true) is not null };
    }
}
