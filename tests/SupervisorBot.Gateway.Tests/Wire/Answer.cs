using System.Text;

namespace SupervisorBot.Gateway.Tests.Wire;

/// <summary>What a scripted gateway answers.</summary>
internal sealed record Answer(byte[] Body)
{
    public int Status { get; init; } = 200;

    public string ContentType { get; init; } = "application/json; charset=UTF-8";

    public IReadOnlyList<(string Name, string Value)> Headers { get; init; } = [];

    /// <summary>Waited for before answering.</summary>
    public Task Gate { get; init; } = Task.CompletedTask;

    /// <summary>Cut the connection in the place of an answer.</summary>
    public bool Drop { get; init; }

    /// <summary>Cut the connection in the middle of the body, once the client has the head.</summary>
    public bool Cut { get; init; }

    public static Answer Ok { get; } = Json("""{"message":"","retcode":"0","result":{}}""");

    public static Answer Json(string text) => new(Encoding.UTF8.GetBytes(text));

    public static Answer Result(string result) => Json($$"""{"message":"","retcode":"0","result":{{result}}}""");

    public static Answer Code(string retcode) => Json($$"""{"message":"no","retcode":"{{retcode}}","result":""}""");

    public Answer With(string name, string value) => this with { Headers = [.. Headers, (name, value)] };
}
