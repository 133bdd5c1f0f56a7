namespace SupervisorBot.ConnectorSimulator.Files;

/// <summary>A request to an upload session.</summary>
/// <param name="Method">The HTTP method.</param>
/// <param name="Path">The path and query.</param>
/// <param name="ContentRange">The header <c>Content-Range</c>; empty where it is missing.</param>
/// <param name="Authorization">The header <c>Authorization</c>; empty where it is missing, as it has to be: an upload session is its own authorization.</param>
/// <param name="Bytes">The body.</param>
public sealed record DriveUpload(string Method, string Path, string ContentRange, string Authorization, byte[] Bytes);
