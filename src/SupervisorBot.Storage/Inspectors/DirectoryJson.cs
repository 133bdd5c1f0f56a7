using System.Text.Json.Serialization;

namespace SupervisorBot.Storage.Inspectors;

/// <summary>Lists of names as they are stored.</summary>
[JsonSerializable(typeof(string[]))]
internal sealed partial class DirectoryJson : JsonSerializerContext;
