namespace SupervisorBot.Chat.History.Export;

/// <summary>A file that somebody takes out.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Bytes">What is in it.</param>
public sealed record ExportFile(string Name, ReadOnlyMemory<byte> Bytes)
{
    /// <summary>What kind of file it is.</summary>
    public const string ContentType = "text/csv; charset=utf-8";
}
